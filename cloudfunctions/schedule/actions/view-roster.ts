import { exactOptional, strictObject } from 'valibot';
import type { Day } from '#contracts/common';
import type { RosterRow } from '#contracts/roster';
import type { ScheduleContract } from '#contracts/schedule';
import { departmentsById, findGroupAfter } from '../../people/public';
import { isEmployedIn } from '../../people/rules';
import { daysOfMonth } from '../../shared/calendar/company-time';
import type { CalendarOverride } from '../../shared/calendar/day-kind';
import { AppError } from '../../shared/errors/app-error';
import { changeEntries } from '../../shared/history/history';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { findCompanyCalendar } from '../data/calendars';
import { findRosterMonths, isRosterLeftOut, type RosterMonth, rosterIdOf } from '../data/rosters';
import { findAllShifts } from '../data/shifts';
import { defaultCalendar, defaultPlan } from '../domain/default-plan';
import { rosterShift } from '../domain/roster-shift';
import type { DatedShift } from '../domain/shift-versions';
import { MAX_ROSTER_ROWS, monthText } from '../inputs/schedule';

/** Changes per person that are returned; the database has all of them. */
const MAX_CHANGES = 5;

interface Frame {
  readonly days: readonly Day[];
  readonly shifts: ReadonlyMap<string, DatedShift>;
  readonly overrides: readonly CalendarOverride[];
}

/**
 * The month of all direct members of a department, by employee number, with the default plan that the roster
 * overrides. Three reads on a warm instance.
 * @throws AppError NOT_FOUND
 */
export const viewRoster = employeeAction<ScheduleContract['roster']>({
  input: strictObject({ departmentId: employeeId, month: monthText, cursor: exactOptional(employeeId) }),
  allow: can('read', 'Schedule'),
  async run({ input: { departmentId, month, cursor = '' }, me, now }) {
    const departments = await departmentsById([departmentId], now);
    if (!departments.has(departmentId)) throw new AppError('NOT_FOUND', { what: 'department' });
    const [{ people, leftOut, next }, shifts, { overrides, complete }] = await Promise.all([
      findGroupAfter({ departmentId }, cursor, MAX_ROSTER_ROWS),
      findAllShifts(),
      findCompanyCalendar([month.slice(0, 4)], now),
    ]);
    const ids = people.map(({ _id }) => _id);
    const stored = new Map((await findRosterMonths(ids, month)).map((each) => [each._id, each]));
    const [known, unknown] = [
      people.filter(({ _id }) => !isRosterLeftOut(_id, month)),
      ids.filter((id) => isRosterLeftOut(id, month)),
    ];
    const missing = [...leftOut, ...unknown].sort();
    const byId = new Map(shifts.map((shift) => [shift._id, shift]));
    const frame = { days: daysOfMonth(month), shifts: byId, overrides };
    return {
      days: defaultCalendar(frame.days, overrides, complete),
      rows: known
        .filter((person) => isEmployedIn(person, month))
        .map((person) => ({
          ...rowOf(person, stored.get(rosterIdOf(person._id, month)), frame),
          ...(person._id === me._id && { isOwn: true as const }),
        })),
      ...(missing.length > 0 && { leftOut: missing }),
      shifts: shifts.map((shift) => rosterShift(shift, month)),
      next,
    };
  },
});

function rowOf(person: Employee, stored: RosterMonth | undefined, frame: Frame): RosterRow {
  const { _id, name, nameEn } = person;
  return {
    employeeId: _id,
    name,
    nameEn,
    rev: stored?.rev ?? 0,
    days: stored?.days ?? {},
    usual: defaultPlan(person, frame.days, frame.shifts, frame.overrides),
    history: changeEntries(stored?.history.slice(0, MAX_CHANGES)),
  };
}
