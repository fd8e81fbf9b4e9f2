/** The interface for who makes files of a run. */
export { findPayRun } from './data/pay-runs';
export { findPeopleOfRun, requireSlipsAfter } from './data/payslips';
export type { PayRun } from './domain/pay-run';
export type { StoredSlip } from './domain/stored-slip';
export { findPayReach } from './services/pay-reach';
