/** Pure rules and types that other features build on. */
export { boundsOf, type Counted, countDays } from './domain/count-days';
export { formPlan, PLAN_DAYS } from './domain/form-plan';
export { daysAround, isPeriod, momentsOf, periodRule } from './domain/period';
export { periodProblem } from './domain/period-problem';
export { assignmentOn, type Schedule } from './domain/schedule';
export { borderOf, isFlexible, type ShiftTemplate, type Span, segmentsOf, shiftOnDay } from './domain/shift';
export { dayStretch, isWorkday, type Stretch } from './domain/work-time';
