import type { LocalText } from '#contracts/common';
import type { MyProfile } from '#contracts/person';
import type { Employee } from '../../shared/kernel/employee';

const EMPTY_TEXT: LocalText = { 'zh-CN': '', en: '' };

/** The person's own profile; `path` is from the root down to their department. */
export function profileOf(me: Employee, path: readonly LocalText[], manager: Employee | null): MyProfile {
  return {
    employeeId: me._id,
    name: me.name,
    nameEn: me.nameEn,
    department: path.at(-1) ?? EMPTY_TEXT,
    departmentPath: path,
    job: me.job,
    managerId: manager?._id ?? null,
    managerName: manager?.name ?? null,
    managerNameEn: manager?.nameEn ?? null,
    roles: me.roles,
    language: me.language,
    hiredOn: me.hiredOn,
  };
}
