/** What other features may read and ask of this one. */
export { findMonthReports, type MonthReport } from './data/find-month-reports';
