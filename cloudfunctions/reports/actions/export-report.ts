import { boolean, optional, picklist, strictObject } from 'valibot';
import type { ReportsContract } from '#contracts/reports';
import { dayOf, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { verifiedLinks } from '../../shared/files/verified-links';
import { month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { nameIn } from '../domain/people-fields';
import { reportOf } from '../domain/report';
import { exportPiece } from '../services/export-piece';

/** How long a call works, ms: two thirds of the function's time limit. */
const BUDGET = 40_000;

/**
 * Makes a report, one file a call; `running` asks to be called again. The same order made before is answered at
 * once, `again` makes it anew with what is true now.
 * @throws AppError REPORT_EMPTY, REPORT_UNVERIFIED
 */
export const exportReport = employeeOrConsoleAction<ReportsContract['export']>({
  input: strictObject({
    kind: picklist([
      'attendance-month',
      'attendance-days',
      'attendance-flags',
      'leave-balances',
      'leave-ledger',
      'requests',
      'receipts',
      'goals',
      'appraisal-results',
      'appraisal-basis',
      'appraisal-distribution',
    ]),
    month,
    format: picklist(['xlsx', 'csv']),
    language: picklist(['zh-CN', 'en']),
    again: optional(boolean()),
  }),
  allow: can('export', 'Reports'),
  async run({ input: { again = false, ...order }, me, now }) {
    if (order.month > monthOf(dayOf(now))) throw new AppError('REPORT_EMPTY', {});
    const deadline = performance.now() + BUDGET;
    const byName = me ? nameIn(me, order.language) : '';
    const report = await exportPiece(order, { again, byName, now, deadline });
    const links = await verifiedLinks(report.state === 'done' ? report.files : []);
    return { ...reportOf(report), links };
  },
});
