/** The interface for other features. */
export { findSchedule, findSchedules } from './data/find-schedule';
