/** Pure rules and types that other features build on. */
export { locked, unlockAsked, unlocked, unlockRefused } from './domain/month-lock';
export { lastLockedAt, type SettlementRun, settlementOf } from './domain/settlement-run';
