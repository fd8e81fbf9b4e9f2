/** Rules of insurance and fund for other features. */
export { averageBounds } from './domain/average-bounds';
export { choiceOn } from './domain/choice-on';
export type { CityPack } from './domain/city-pack';
export { contributionsOf } from './domain/contributions-of';
export { differencesOf, linesOf } from './domain/differences';
export { heatAllowance } from './domain/heat-allowance';
export { averageWarnings, localAveragesOf } from './domain/local-average';
export { minimumWageCheck } from './domain/minimum-wage';
export { withOwnRules } from './domain/own-rules';
export { CITY_PACKS, isInsuranceCity } from './domain/packs/china';
export { type SickQuestion, sickFloor, sickPay } from './domain/sick-pay';
export { INSURANCE_FORMULAS, INSURANCE_INPUTS, INSURANCE_STEPS } from './domain/texts';
