/** The interface for other features. */
export { findSchedule, findSchedules, forgetSchedules } from './data/find-schedule';
export type { ScheduleOverlay } from './domain/schedule-overlay';
