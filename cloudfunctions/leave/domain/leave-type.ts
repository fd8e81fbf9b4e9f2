import type { LocalText } from '#contracts/common';
import type { GrantRule, LeaveRule, LossRule } from '#contracts/leave-type';

export type { GrantRule, LeaveRule, LossRule };

/** A document of `leave_types`; the shipped pack has the same shape. */
export interface LeaveType {
  readonly _id: string;
  readonly name: LocalText;
  readonly enabled: boolean;
  readonly rules: readonly LeaveRule[];
  /** Absent if the type was never saved. */
  readonly version?: number;
}

/** Marks figures of a type that is counted in hours. */
export const inHours = ({ unit }: Pick<LeaveRule, 'unit'>): { readonly unit?: 'hour' } =>
  unit === 'hour' ? { unit } : {};

/** Whether the type has a balance. */
export const hasBalance = (rule: LeaveRule): boolean => rule.grant !== null;

/** Whether unused minutes of a grant are paid out to a leaver: statutory annual leave and comp time. */
export const isPaidOut = (by: GrantRule['by'] | undefined): boolean => by === 'service' || by === 'overtime';
