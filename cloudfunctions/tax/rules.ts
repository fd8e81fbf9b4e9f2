/** The interface for other features: pure rules. */
export { bonusChoice, expectedBase } from './domain/bonus-choice';
export { bonusTax, nonResidentBonusTax } from './domain/bonus-tax';
export { countedMonths } from './domain/counted-months';
export { DEDUCTION_NAMES, deductionsInMonth, specialThrough } from './domain/deductions/special-through';
export { TAX_FORMULAS, TAX_INPUTS } from './domain/formulas';
export { labourFeeTax } from './domain/labour-fee';
export { earlyRetirementTax, equityTax } from './domain/other-separate';
export { BONUS_RULES } from './domain/packs/separate';
export { pensionNow } from './domain/private-pension';
export { type LocalAverage, severanceTax } from './domain/severance-tax';
export { withholdNonResident } from './domain/withhold-non-resident';
export { withholdStudent } from './domain/withhold-student';
export { withholdWages } from './domain/withhold-wages';
