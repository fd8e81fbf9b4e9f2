/** The interface for other features: pure rules. */
export { leaveSettings } from './domain/leave-settings';
export { isPaidOut, type LeaveType } from './domain/leave-type';
export { leaverPayOut } from './domain/leaver-pay-out';
export { endingMedicalPeriod, isIllIn, type MedicalEnd } from './domain/medical-end';
export { ruleOn } from './domain/rule-on';
export { lapsedIn, type UnusedLeave, unusedAtLeaving } from './domain/unused-leave';
