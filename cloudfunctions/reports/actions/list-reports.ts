import { strictObject } from 'valibot';
import type { ReportsContract } from '#contracts/reports';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findReportsSince } from '../data/reports';
import { reportOf } from '../domain/report';

const MONTHS_BACK = 24;
const MOST = 100;

/** The reports of the last two years, newest month first, at most a hundred. */
export const listReports = employeeOrConsoleAction<ReportsContract['list']>({
  input: strictObject({}),
  allow: can('export', 'Reports'),
  async run({ now }) {
    const since = addMonths(monthOf(dayOf(now)), -MONTHS_BACK);
    return { reports: (await findReportsSince(since, MOST)).map(reportOf) };
  },
});
