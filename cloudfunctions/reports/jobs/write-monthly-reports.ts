import type { Instant } from '#contracts/common';
import type { ReportKind } from '#contracts/report';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { TimerJob } from '../../shared/kernel/serve';
import type { ReportOrder } from '../domain/report';
import { exportPiece } from '../services/export-piece';

const KINDS: readonly ReportKind[] = ['attendance-month', 'attendance-days', 'leave-balances', 'requests'];

/** On the first day of a month: last month's files, piece by piece; the next run goes on with what is left. */
export const writeMonthlyReports: TimerJob = {
  name: 'monthly',
  async run({ now, deadline }) {
    const month = addMonths(monthOf(dayOf(now)), -1);
    const tally = { done: 0, empty: 0 };
    for (const kind of KINDS) {
      const order: ReportOrder = { kind, month, format: 'xlsx', language: 'zh-CN' };
      const outcome = await exportAll(order, now, deadline);
      if (outcome === 'running') break;
      tally[outcome] += 1;
    }
    return tally;
  },
};

async function exportAll(
  order: ReportOrder,
  now: Instant,
  deadline: number,
): Promise<'done' | 'empty' | 'running'> {
  let cursor: string | null = null;
  while (performance.now() < deadline)
    try {
      const report = await exportPiece(order, { again: false, byName: '', now, deadline });
      if (report.state === 'done') return 'done';
      // No further than before: another call works on it.
      if (report.cursor === cursor) return 'running';
      cursor = report.cursor;
    } catch (error) {
      if (error instanceof AppError && error.code === 'REPORT_EMPTY') return 'empty';
      throw error;
    }
  return 'running';
}
