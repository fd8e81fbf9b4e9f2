import type { Day, LocalText } from '#contracts/common';
import type { BlockedDays } from '#contracts/company-rules';
import type { OwnRules } from '../../company-rules/section';

/** Options of leave that hold for every type. */
export interface LeaveSettings {
  /** Warn of minutes that expire within this many days, since the decision may come later. */
  readonly expiryNoticeDays: number;
  /** Stretches in which leave that is `blockable` is not taken. */
  readonly blocked: readonly BlockedDays[];
}

/** What holds where the company has said nothing. */
export const SHIPPED_LEAVE: LeaveSettings = { expiryNoticeDays: 7, blocked: [] };

/** The company's settings over the shipped ones. */
export function leaveSettings(own: OwnRules): LeaveSettings {
  const { expiryNoticeDays, blocked } = own as Partial<LeaveSettings>;
  return {
    expiryNoticeDays: expiryNoticeDays ?? SHIPPED_LEAVE.expiryNoticeDays,
    blocked: blocked ?? SHIPPED_LEAVE.blocked,
  };
}

/** A day on which nobody may take leave, as the company calls it. */
export interface BlockedDay {
  readonly day: Day;
  readonly name: LocalText;
}

/** Those of `days` that the company has blocked. */
export const blockedOn = (blocked: LeaveSettings['blocked'], days: readonly Day[]): BlockedDay[] =>
  days.flatMap((day) => {
    const stretch = blocked.find(({ from, to }) => from <= day && day <= to);
    return stretch ? [{ day, name: stretch.name }] : [];
  });
