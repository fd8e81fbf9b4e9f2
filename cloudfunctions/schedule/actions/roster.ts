import { exactOptional, strictObject } from 'valibot';
import type { RosterRow, ScheduleContract } from '../../../typings/contracts/schedule';
import { departmentsById } from '../../people/data/departments';
import { findGroupAfter } from '../../people/data/employees';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { findRosterMonths, type RosterMonth, rosterIdOf } from '../data/rosters';
import { findAllShifts } from '../data/shifts';
import { isEmployedIn } from '../domain/employed-in';
import { monthText, personId } from './inputs';

/** As many people as can be saved at once. */
export const ROSTER_PAGE = 40;

/**
 * The month of everybody who works in a department itself, by employee number. Three reads on a warm instance.
 * @throws AppError NOT_FOUND
 */
export const roster = employeeAction<ScheduleContract['roster']>({
  input: strictObject({ departmentId: personId, month: monthText, cursor: exactOptional(personId) }),
  allow: can('read', 'Schedule'),
  async run({ input: { departmentId, month, cursor = '' }, now }) {
    const departments = await departmentsById([departmentId], now);
    if (!departments.has(departmentId)) throw new AppError('NOT_FOUND', { what: 'department' });
    const [people, shifts] = await Promise.all([
      findGroupAfter({ departmentId }, cursor, ROSTER_PAGE),
      findAllShifts(),
    ]);
    const ids = people.map(({ _id }) => _id);
    const stored = new Map((await findRosterMonths(ids, month)).map((each) => [each._id, each]));
    return {
      rows: people
        .filter((person) => isEmployedIn(person, month))
        .map((person) => rowOf(person, stored.get(rosterIdOf(person._id, month)))),
      shifts: shifts.map(({ _id, name }) => ({ id: _id, name })),
      next: people.length === ROSTER_PAGE ? (ids.at(-1) ?? null) : null,
    };
  },
});

function rowOf({ _id, name, nameEn }: Employee, stored: RosterMonth | undefined): RosterRow {
  return { employeeId: _id, name, nameEn, rev: stored?.rev ?? 0, days: stored?.days ?? {} };
}
