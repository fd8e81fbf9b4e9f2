import { optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { findEmployeesAfter } from '../../people/public';
import { briefOf, isEmployedIn } from '../../people/rules';
import { daysOfMonth } from '../../shared/calendar/company-time';
import { employeeId, month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSettledOf } from '../data/settled-months';
import { finalAt, inputsOf, settlePerson } from '../domain/settle-person';
import { settlementDifference } from '../domain/settlement-difference';
import { personMonths } from '../services/person-months';

/** People recomputed per call. */
const PAGE_SIZE = 100;

/**
 * People whose recomputed month differs from the settled one, and those who should be settled and are not; a hundred
 * people per page. Read-only.
 */
export const listDifferences = employeeOrConsoleAction<AttendanceContract['differences']>({
  input: strictObject({
    month,
    cursor: optional(employeeId),
  }),
  allow: can('read', 'CompanyAttendance'),
  async run({ input: { month, cursor = '' }, now }) {
    const page = await findEmployeesAfter(cursor, PAGE_SIZE);
    const settled = await findSettledOf(
      page.map(({ _id }) => _id),
      month,
    );
    const people = page.filter((person) => settled.has(person._id) || isEmployedIn(person, month));
    const months = await personMonths(people, daysOfMonth(month), now);
    const items = people.flatMap((person) => {
      const [before, own] = [settled.get(person._id) ?? null, months.get(person._id)];
      const isEqual = own && before && inputsOf(own) === before.inputs;
      if (!own || isEqual || (!before && finalAt(own) > now)) return [];
      const difference = settlementDifference(before, settlePerson(own, now));
      return difference ? [{ ...briefOf(person), ...difference }] : [];
    });
    return { items, next: page.length === PAGE_SIZE ? (page.at(-1)?._id ?? null) : null };
  },
});
