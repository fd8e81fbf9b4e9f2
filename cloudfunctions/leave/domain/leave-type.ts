import type { LocalText, Minutes } from '../../../typings/contracts/common';
import type { GrantRule, LeaveRule, LossRule } from '../../../typings/contracts/request-rules';

export type { GrantRule, LeaveRule, LossRule };

/** Leave minutes of one day, whatever the length of the shift. */
export const DAY_MINUTES: Minutes = 480;

/** A document of `leave_types`; the shipped pack has the same shape. */
export interface LeaveType {
  readonly _id: string;
  readonly name: LocalText;
  readonly enabled: boolean;
  readonly rules: readonly LeaveRule[];
  /** Absent where the product never saved it. */
  readonly version?: number;
}

/** Whether the type is drawn from a balance. */
export const hasBalance = (rule: LeaveRule): boolean => rule.grant !== null;
