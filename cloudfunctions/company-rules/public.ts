export { findOwnRules, findOwnRulesIfUsable, findRuleSetters, ownRulesPrefetch } from './data/company-rules';
