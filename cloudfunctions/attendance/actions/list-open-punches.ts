import { optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { employeesById } from '../../people/public';
import { briefOf } from '../../people/rules';
import { findSettlement } from '../../settlement/public';
import { employeeId, month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findOpenAfter } from '../data/settled-months';

const PAGE_SIZE = 30;

/** People with missing or unconfirmed punches, as their month was settled. Two reads, and for the first page whether it was. */
export const listOpenPunches = employeeOrConsoleAction<AttendanceContract['openPunches']>({
  input: strictObject({ month, cursor: optional(employeeId) }),
  allow: can('read', 'CompanyAttendance'),
  async run({ input: { month, cursor = '' }, now }) {
    const [page, run] = await Promise.all([
      findOpenAfter(month, cursor, PAGE_SIZE),
      cursor === '' ? findSettlement(month) : null,
    ]);
    const people = await employeesById(
      page.map(({ employeeId }) => employeeId),
      now,
    );
    const items = page.flatMap(({ employeeId, open = [] }) => {
      const person = people.get(employeeId);
      return person ? [{ ...briefOf(person), punches: open }] : [];
    });
    return {
      items,
      next: page.length === PAGE_SIZE ? (page.at(-1)?.employeeId ?? null) : null,
      ...(cursor === '' && { settled: run !== null }),
    };
  },
});
