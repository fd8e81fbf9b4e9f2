import type { LocalText } from '#contracts/common';
import type { SheetOwner } from '#contracts/goal';
import { type Department, departmentsById, employeesById, rootDepartment } from '../../people/public';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf } from '../../shared/kernel/policy';
import { tierOf } from '../domain/sheet';

/** What somebody may do with a sheet. Titles and progress are open to the whole company, so that goals can be aligned. */
export interface Access {
  readonly name: LocalText;
  readonly tier: number;
  /** Notes and the history of figures. */
  readonly canSeeAll: boolean;
  /** The words of daily reports: the person's and their manager's. */
  readonly canSeeReports: boolean;
  readonly canEdit: boolean;
  readonly canReport: boolean;
}

/**
 * A person answers for their own sheet, the leader of a department for its own and those below, HR and the leader of the
 * whole for the company's. Managers, leaders and HR see everything of their people. At most one read when nothing is cached.
 * @throws AppError NOT_FOUND
 */
export async function accessTo(owner: SheetOwner, me: Employee, now: number): Promise<Access> {
  const isHr = abilityOf(me).can('update', 'GoalCycles');
  if (owner.kind === 'company') {
    const root = await rootDepartment(now);
    if (!root) throw new AppError('NOT_FOUND', { what: 'department' });
    const may = isHr || root.leaderId === me._id;
    return { name: root.name, tier: tierOf(owner, 0), ...OPEN, canEdit: may, canReport: may };
  }
  if (owner.kind === 'department') {
    const department = (await departmentsById([owner.id], now)).get(owner.id);
    if (!department) throw new AppError('NOT_FOUND', { what: 'department' });
    const leads = await isLeaderOf(department, me._id, now);
    const tier = tierOf(owner, department.path.length + 1);
    return { name: department.name, tier, ...OPEN, canEdit: leads || isHr, canReport: leads };
  }
  const person = owner.id === me._id ? me : (await employeesById([owner.id], now)).get(owner.id);
  if (!person) throw new AppError('NOT_FOUND', { what: 'person' });
  const isSelf = person._id === me._id;
  return {
    name: { 'zh-CN': person.name, en: person.nameEn },
    tier: tierOf(owner, 0),
    canSeeAll: isSelf || isHr || (await isAbove(person, me._id, now)),
    canSeeReports: isSelf || person.managerId === me._id,
    canEdit: isSelf,
    canReport: isSelf,
  };
}

/** Of the company and of departments: nobody reports days there. */
const OPEN = { canSeeAll: true, canSeeReports: true } as const;

/** Reporting lines are no longer than this. */
const MAX_LEVELS = 40;

/** Whether somebody is a manager of the person, directly or further up, or leads their department or one above it. */
export async function isAbove(person: Employee, id: string, now: number): Promise<boolean> {
  let { managerId } = person;
  for (let level = 0; level < MAX_LEVELS && managerId !== null; level += 1) {
    if (managerId === id) return true;
    managerId = (await employeesById([managerId], now)).get(managerId)?.managerId ?? null;
  }
  const department = (await departmentsById([person.departmentId], now)).get(person.departmentId);
  return department !== undefined && isLeaderOf(department, id, now);
}

export async function isLeaderOf(department: Department, id: string, now: number): Promise<boolean> {
  if (department.leaderId === id) return true;
  const above = await departmentsById(department.path, now);
  return [...above.values()].some(({ leaderId }) => leaderId === id);
}
