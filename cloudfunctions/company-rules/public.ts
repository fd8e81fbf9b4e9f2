export { findOwnRules, findRuleSetters, ownRulesPrefetch } from './data/company-rules';
