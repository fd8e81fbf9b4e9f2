/** The interface for other features. */
export { findPunchedDay, type PunchedTimes } from './data/attendance-days';
export { findMonthReports, type MonthReport } from './data/find-month-reports';
export { compTimeCredits } from './services/comp-time-credits';
export { findFlagsOf } from './services/find-flags-of';
export { findSettledTime } from './services/settled-time';
