import { optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { findEmployeesAfter } from '../../people/public';
import { briefOf, isEmployedIn } from '../../people/rules';
import { daysOfMonth } from '../../shared/calendar/company-time';
import { isolated } from '../../shared/faults/isolated';
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
 * people per page. Without people whose settled month cannot be used, who are named to HR. Read-only.
 */
export const listDifferences = employeeOrConsoleAction<AttendanceContract['differences']>({
  input: strictObject({
    month,
    cursor: optional(employeeId),
  }),
  allow: can('read', 'CompanyAttendance'),
  async run({ input: { month, cursor = '' }, now }) {
    const page = await findEmployeesAfter(cursor, PAGE_SIZE);
    const { settled, leftOut } = await findSettledOf(
      page.people.map(({ _id }) => _id),
      month,
    );
    const people = page.people.filter((person) => settled.has(person._id) || isEmployedIn(person, month));
    const months = await personMonths(people, daysOfMonth(month), now);
    const items = people.flatMap((person) => {
      const [before, own] = [settled.get(person._id) ?? null, months.get(person._id)];
      if (!own || leftOut.has(person._id)) return [];
      const difference = isolated({ collection: 'employees', document: person._id }, () => {
        if ((before && inputsOf(own) === before.inputs) || (!before && finalAt(own) > now)) return null;
        return settlementDifference(before, settlePerson(own, now));
      });
      return difference ? [{ ...briefOf(person), ...difference }] : [];
    });
    return { items, next: page.next };
  },
});
