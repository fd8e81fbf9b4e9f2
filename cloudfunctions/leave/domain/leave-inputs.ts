import type { BlockedDay, LeaveSettings } from './leave-settings';
import type { LeaveType } from './leave-type';

/** What the kind loads. */
export interface LeaveInputs {
  /** The company's leave types over the shipped ones; the shipped ones where it is left out. */
  readonly leaveTypes?: readonly LeaveType[];
  readonly settings?: LeaveSettings;
  /** Days of the period on which nobody may take leave. */
  readonly blockedDays?: readonly BlockedDay[];
}
