/** The interface for other features. */
export { findMonthReports, type MonthReport } from './data/find-month-reports';
