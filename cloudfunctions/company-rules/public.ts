export { findOwnRules } from './data/company-rules';
