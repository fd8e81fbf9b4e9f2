import { boolean, optional, picklist, pipe, regex, strictObject, string, transform } from 'valibot';
import type { Month } from '#contracts/common';
import type { ReportsContract } from '#contracts/reports';
import { dayOf, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { linksTo } from '../../shared/files/file-links';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { reportOf } from '../domain/report';
import { exportPiece } from '../services/export-piece';

/** How long a call works, ms: two thirds of the function's time limit. */
const BUDGET = 40_000;

const month = pipe(
  string(),
  regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  transform((value) => value as Month),
);

/**
 * Makes a report, one file a call; `running` asks to be called again. The same order made before is answered at
 * once, `again` makes it anew with what is true now. @throws AppError REPORT_EMPTY
 */
export const exportReport = employeeOrConsoleAction<ReportsContract['export']>({
  input: strictObject({
    kind: picklist(['attendance-month', 'attendance-days', 'leave-balances', 'requests']),
    month,
    format: picklist(['xlsx', 'csv']),
    language: picklist(['zh-CN', 'en']),
    again: optional(boolean()),
  }),
  allow: can('export', 'Reports'),
  async run({ input: { again = false, ...order }, now }) {
    if (order.month > monthOf(dayOf(now))) throw new AppError('REPORT_EMPTY', {});
    const deadline = performance.now() + BUDGET;
    const report = await exportPiece(order, { again, now, deadline });
    const fileIds = report.state === 'done' ? report.files.map(({ fileId }) => fileId) : [];
    const links = await linksTo(fileIds);
    return { ...reportOf(report), links: fileIds.map((fileId) => links.get(fileId) ?? '') };
  },
});
