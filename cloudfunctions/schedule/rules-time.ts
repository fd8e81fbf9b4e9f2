/** A door for who counts the time of a period or asks for the day of an instant. */
export {
  attendanceDayOf,
  closesAt,
  latestCloseOf,
  type ShiftOf,
  startsAt,
  withOvertime,
} from './domain/attendance-day-of';
export {
  type AttendanceSettings,
  attendanceSettings,
  SHIPPED_ATTENDANCE,
} from './domain/attendance-settings';
export {
  correctableDays,
  lastCorrectableDay,
  SHIPPED_WINDOW_DAYS,
  windowDaysOf,
} from './domain/correction-window';
export { boundsOf, type Counted, countDays } from './domain/count-days';
export { formCalendar, formCalendarDays } from './domain/form-calendar';
export { formPlan } from './domain/form-plan';
export { periodProblem } from './domain/period-problem';
export { dayInterval, type Interval } from './domain/work-time';
