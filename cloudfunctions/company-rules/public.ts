export { findOwnRules, ownRulesPrefetch } from './data/company-rules';
