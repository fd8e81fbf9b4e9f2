/** The interface for other features: pure rules and types. */
export { boundsOf, type Counted, countDays } from './domain/count-days';
export { formPlan, PLAN_DAYS } from './domain/form-plan';
export { brokenPeriodRule, daysAround, isPeriod, momentsOf } from './domain/period';
export { periodProblem } from './domain/period-problem';
export { assignmentOn, type Schedule } from './domain/schedule';
export { borderOf, isFlexible, type ShiftTemplate, type Span, segmentsOf, shiftOnDay } from './domain/shift';
export { dayInterval, type Interval, isWorkday } from './domain/work-time';
