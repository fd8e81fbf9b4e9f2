import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { findSettlement } from '../../settlement/public';
import { settlementOf } from '../../settlement/rules';
import { month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';

/** The progress of a month's settlement. One read. */
export const viewSettlement = employeeOrConsoleAction<AttendanceContract['settlement']>({
  input: strictObject({ month }),
  allow: can('read', 'CompanyAttendance'),
  async run({ input }) {
    const run = await findSettlement(input.month);
    return { settlement: run && settlementOf(run) };
  },
});
