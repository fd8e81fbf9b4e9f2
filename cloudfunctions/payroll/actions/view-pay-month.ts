import { strictObject } from 'valibot';
import type { Month } from '#contracts/common';
import type { PayrollContract } from '#contracts/payroll';
import { findSettlement } from '../../settlement/public';
import { addMonths } from '../../shared/calendar/company-time';
import { month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPayRuns } from '../data/pay-runs';
import { countDisputed } from '../data/payslips';
import { payRunView } from '../domain/pay-run';

/** Finished exports of a month, by their version of the run. */
type FindFilesMade = (month: Month) => Promise<readonly { readonly version: number }[]>;

/**
 * How far the month-end of a month is. Four reads at most.
 * @param findFilesMade exports belong to `pay-files`, which stands on this feature
 */
export const viewPayMonth = (findFilesMade: FindFilesMade) =>
  employeeAction<PayrollContract['payMonth']>({
    input: strictObject({ month }),
    allow: can('read', 'Payroll'),
    async run({ input: { month: of }, me }) {
      const last = addMonths(of, -1);
      const [runs, settlement, openDisputes, files] = await Promise.all([
        findPayRuns([of, last]),
        // As it is now: whoever has just locked the month comes back here.
        findSettlement(of),
        countDisputed(),
        findFilesMade(of),
      ]);
      const run = runs.get(of);
      return {
        month: of,
        attendance: attendanceOf(settlement?.state),
        run: run ? payRunView(run, me._id) : null,
        before: runs.get(last)?.sums ?? null,
        openDisputes,
        filesMade: files.filter(({ version }) => version === run?.version).length,
      };
    },
  });

const attendanceOf = (state: string | undefined): 'open' | 'settled' | 'locked' =>
  state === 'locked' ? 'locked' : state === 'done' ? 'settled' : 'open';
