import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSettlement } from '../data/settlements';
import { settlementOf } from '../domain/settled-month';

/** The progress of a month's settlement. One read. */
export const viewSettlement = employeeOrConsoleAction<AttendanceContract['settlement']>({
  input: strictObject({ month }),
  allow: can('read', 'CompanyAttendance'),
  async run({ input }) {
    const run = await findSettlement(input.month);
    return { settlement: run && settlementOf(run) };
  },
});
