/** What other features may read and ask of this one. */
export { findSchedule, findSchedules } from './data/find-schedule';
