/** Rules of slips for who makes files of a run. */
export type { ComputedSlip } from './domain/computed-slip';
export { contributionLines } from './domain/contribution-lines';
