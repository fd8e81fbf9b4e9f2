/** The interface for other features: pure rules. */
export { checkScheme } from './domain/check-scheme';
export { distributionOf } from './domain/distribution';
export { gradeByThresholds } from './domain/grade-of';
export { weightedMean } from './domain/score-node';
export { partOf, SHIPPED_SCHEMES, type ShippedScheme } from './domain/shipped-schemes';
