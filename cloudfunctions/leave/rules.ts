/** The interface for other features: pure rules. */
export { isPaidOut } from './domain/leave-type';
export { ruleOn } from './domain/rule-on';
