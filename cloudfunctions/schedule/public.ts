/** The interface for other features. */
export { findSchedule, findSchedules, forgetSchedules } from './data/find-schedule';
export { findAllShifts, findShifts } from './data/shifts';
export type { ScheduleOverlay } from './domain/schedule-overlay';
