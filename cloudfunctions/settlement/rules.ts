/** Pure rules and types that other features build on. */
export { type SettlementRun, settlementOf } from './domain/settlement-run';
