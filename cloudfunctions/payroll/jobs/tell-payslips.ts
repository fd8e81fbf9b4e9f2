import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { isolatedWork } from '../../shared/faults/isolated';
import type { TimerJob } from '../../shared/kernel/serve';
import { findTellings } from '../data/pay-runs';
import { tellSlips } from '../services/tell-slips';

/** Months before this one whose slips may have been published lately. */
const MONTHS_BACK = 6;

/** Tells whose payslips were published, which the call that published them began, and reminds of those that are not confirmed. */
export const tellPayslips: TimerJob = {
  name: 'payslips',
  async run({ now, deadline }) {
    const month = monthOf(dayOf(now));
    const months = Array.from({ length: MONTHS_BACK + 1 }, (_, back) => addMonths(month, -back));
    let slips = 0;
    for (const run of await findTellings(months)) {
      if (run.state !== 'published' || performance.now() >= deadline) continue;
      const about = { collection: 'payroll_runs', document: run._id };
      slips += (await isolatedWork(about, () => tellSlips(run, now, deadline))) ?? 0;
    }
    return { slips };
  },
};
