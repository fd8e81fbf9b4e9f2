import type { LocalText } from '#contracts/common';
import type { MyProfile } from '#contracts/person';
import type { Employee } from '../../shared/kernel/employee';

const UNKNOWN: LocalText = { 'zh-CN': '', en: '' };

/** What a person may know of themselves; `path` is from the company down to the own department. */
export function profileOf(me: Employee, path: readonly LocalText[], manager: Employee | null): MyProfile {
  return {
    employeeId: me._id,
    name: me.name,
    nameEn: me.nameEn,
    department: path.at(-1) ?? UNKNOWN,
    departmentPath: path,
    job: me.job,
    managerName: manager?.name ?? null,
    managerNameEn: manager?.nameEn ?? null,
    roles: me.roles,
    language: me.language,
    hiredOn: me.hiredOn,
  };
}
