/** A door for who tells what a change of the schedule would do: its input, and whom and which days it concerns. */

export { requireOthers } from './domain/require-others';
export { calendarInput, rosterInput, savedShiftInput } from './inputs/schedule';
export { planChange } from './services/plan-change';
