import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import type { Month } from '#contracts/common';
import type { MonthOpen } from '#contracts/settlement';
import { countPendingIn } from '../../approvals/public';
import { findSettlement } from '../../settlement/public';
import { settlementOf } from '../../settlement/rules';
import { month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { abilityOf, can } from '../../shared/kernel/policy';
import { countOpenFlagsIn } from '../data/attendance-flags';
import { TIME_KINDS, timeOfMonth } from '../domain/open-requests';

/** The progress of a month's settlement, and before it is locked what is open. Three reads at most. */
export const viewSettlement = employeeOrConsoleAction<AttendanceContract['settlement']>({
  input: strictObject({ month }),
  allow: can('read', 'MonthLock'),
  async run({ input, me }) {
    const run = await findSettlement(input.month);
    return {
      settlement: run && settlementOf(run, me?._id ?? null),
      open: run && run.state !== 'locked' ? await openIn(input.month) : null,
      mayClose: me === null || abilityOf(me).can('decide', 'CompanyAttendance'),
    };
  },
});

async function openIn(month: Month): Promise<MonthOpen> {
  const [requests, flags] = await Promise.all([
    countPendingIn(TIME_KINDS, timeOfMonth(month)),
    countOpenFlagsIn(month),
  ]);
  return { requests, flags };
}
