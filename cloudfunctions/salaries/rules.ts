/** The interface for other features: pure rules and types. */

export type { PayName } from '../../miniprogram/features/pay/common/pay-names';
export type { Salary } from './data/salaries';
export { type CompiledItem, compileItems } from './domain/compile-items';
export { evaluateAmount, evaluateCondition } from './domain/formula/evaluate-formula';
export type { ItemSave } from './domain/item-saves';
export { leaveDeductions } from './domain/leave-deductions';
export { overtimePay } from './domain/overtime-pay';
export { prorateWage, type WagePart } from './domain/prorate-wage';
export { isStored, paidOf, salaryFault, salaryOn, wageParts, withVersion } from './domain/salary-versions';
export { severancePay } from './domain/severance-pay';
export { itemsOn, SHIPPED_ITEMS } from './domain/shipped-items';
export { compTimePay, unusedLeavePay } from './domain/time-paid-out';
