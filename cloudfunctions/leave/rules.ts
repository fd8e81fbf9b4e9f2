/** The interface for other features: pure rules. */
export { isPaidOut, type LeaveType } from './domain/leave-type';
export { leaverPayOut } from './domain/leaver-pay-out';
export { ruleOn } from './domain/rule-on';
