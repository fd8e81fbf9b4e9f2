import { strictObject } from 'valibot';
import type { AttendanceContract } from '../../../typings/contracts/attendance';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSettlement } from '../data/settlements';
import { settlementOf } from '../domain/settled-month';
import { monthText } from './month-input';

/** How far the settlement of a month is. One read. */
export const settlement = employeeOrConsoleAction<AttendanceContract['settlement']>({
  input: strictObject({ month: monthText }),
  allow: can('read', 'CompanyAttendance'),
  async run({ input }) {
    const run = await findSettlement(input.month);
    return { settlement: run && settlementOf(run) };
  },
});
