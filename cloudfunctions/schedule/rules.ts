/** The interface for other features: pure rules and types. */
export { brokenPeriodRule, daysAround, instantsOf, isPeriod } from './domain/period';
export { assignmentOn, isWorkPlanned, NO_SCHEDULE, type Schedule } from './domain/schedule';
export { isFlexible, type ShiftTemplate, type Span, segmentsOf, shiftOnDay } from './domain/shift';
