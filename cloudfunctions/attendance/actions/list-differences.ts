import { optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { employeesById } from '../../people/public';
import { daysOfMonth } from '../../shared/calendar/company-time';
import { employeeId, month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSettledAfter } from '../data/settled-months';
import { inputsOf, settlePerson } from '../domain/settle-person';
import { settlementDifference } from '../domain/settlement-difference';
import { personMonths } from '../services/person-months';

/** People recomputed per call. */
const PAGE_SIZE = 100;

/** People whose recomputed month differs from the settled one, a hundred people per page. Read-only. */
export const listDifferences = employeeOrConsoleAction<AttendanceContract['differences']>({
  input: strictObject({
    month,
    cursor: optional(employeeId),
  }),
  allow: can('read', 'CompanyAttendance'),
  async run({ input: { month, cursor = '' }, now }) {
    const page = await findSettledAfter(month, cursor, PAGE_SIZE);
    const people = await employeesById(
      page.map(({ employeeId }) => employeeId),
      now,
    );
    const months = await personMonths([...people.values()], daysOfMonth(month), now);
    const items = page.flatMap((settled) => {
      const person = people.get(settled.employeeId);
      const own = months.get(settled.employeeId);
      if (!person || !own || inputsOf(own) === settled.inputs) return [];
      const difference = settlementDifference(settled, settlePerson(own, now));
      const { _id: id, name, nameEn } = person;
      return difference ? [{ id, name, nameEn, ...difference }] : [];
    });
    return { items, next: page.length === PAGE_SIZE ? (page.at(-1)?.employeeId ?? null) : null };
  },
});
