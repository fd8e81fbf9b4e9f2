/** Pure rules and types that other features build on. */
export { daysAround, isPeriod, momentsOf, periodRule } from './domain/period';
export { assignmentOn, type Schedule } from './domain/schedule';
export { borderOf, isFlexible, type ShiftTemplate, type Span, segmentsOf, shiftOnDay } from './domain/shift';
