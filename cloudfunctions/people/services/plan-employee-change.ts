import type { Day } from '#contracts/common';
import type { EmployeeSettings } from '#contracts/employee';
import type { ChangeScope } from '../../consequences/rules';
import { findShifts } from '../../schedule/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { sitesById } from '../../sites/public';
import { departmentsById } from '../data/departments';
import { employeesById, findEmployee } from '../data/employees';
import { changedFirstDays, changedSettings, employeeChange, withSettings } from '../domain/employee-change';
import { rolesBeyond } from '../domain/may-invite';
import { isEmployedOn } from '../rules';

export interface EmployeePlan {
  readonly before: Employee;
  readonly after: Employee;
  /** Null if nothing changes. */
  readonly scope: ChangeScope | null;
}

/** Maximum number of levels of a reporting line. */
const MAX_LEVELS = 40;

/**
 * A person with other settings, and what requests that would concern. Only what changes is checked, so that an old
 * assignment with a shift that is gone does not prevent a last day.
 * @throws AppError FORBIDDEN for one's own employment and for people with a role that `me` lacks, NOT_FOUND,
 * INPUT_INVALID, PERIOD_INVALID, REPORTING_LOOP
 */
export async function planEmployeeChange(
  { id, ...settings }: EmployeeSettings & { readonly id: string },
  me: Pick<Employee, '_id' | 'roles'>,
  now: number,
): Promise<EmployeePlan> {
  if (id === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
  const before = await findEmployee(id);
  if (!before) throw new AppError('NOT_FOUND', { what: 'employee' });
  const beyond = rolesBeyond(before, me);
  if (beyond.length > 0) throw new AppError('FORBIDDEN', { rule: 'role', roles: beyond.join() });
  const after = withSettings(before, settings);
  const what = changedSettings(before, after);
  if (what.includes('lastDay') && after.leftOn !== null && after.leftOn < before.hiredOn)
    throw new AppError('PERIOD_INVALID', { rule: 'before-hired' });
  if (what.includes('managerId')) await requireManager(after, now);
  if (what.includes('departmentId')) await requireDepartment(after, now);
  const days = changedFirstDays(before, after);
  const changed = after.assignments.filter(({ from }) => days.includes(from));
  if (changed.length > 0) await requirePlaces(changed, now);
  return { before, after, scope: employeeChange(before, after, dayOf(now)) };
}

/** Employed today, and not below the person. */
async function requireManager({ _id, managerId }: Employee, now: number): Promise<void> {
  if (managerId === null) return;
  const today = dayOf(now);
  let id: string | null = managerId;
  for (let level = 0; id !== null; level += 1) {
    if (id === _id || level === MAX_LEVELS) throw new AppError('REPORTING_LOOP', {});
    const person: Employee | undefined = (await employeesById([id], now)).get(id);
    if (id === managerId) requireEmployed(person, today);
    id = person?.managerId ?? null;
  }
}

function requireEmployed(person: Employee | undefined, today: Day): void {
  if (!person || !isEmployedOn(person, today))
    throw new AppError('INPUT_INVALID', { path: 'managerId', rule: 'person' });
}

async function requireDepartment({ departmentId }: Employee, now: number): Promise<void> {
  if (!(await departmentsById([departmentId], now)).has(departmentId))
    throw new AppError('INPUT_INVALID', { path: 'departmentId', rule: 'known' });
}

async function requirePlaces(assignments: Employee['assignments'], now: number): Promise<void> {
  const shiftIds = [...new Set(assignments.map(({ shiftId }) => shiftId))];
  const siteIds = [...new Set(assignments.flatMap((each) => each.siteIds))];
  const [shifts, sites] = await Promise.all([findShifts(shiftIds, now), sitesById(siteIds, now)]);
  if (shiftIds.some((id) => !shifts.has(id)) || siteIds.some((id) => !sites.has(id)))
    throw new AppError('INPUT_INVALID', { path: 'assignments', rule: 'known' });
}
