import type { Day, LocalText } from '#contracts/common';
import type { BlockedDays, LapsedPaid } from '#contracts/company-rules';
import type { OwnRules } from '../../company-rules/section';

/** Leave settings that apply to all types. */
export interface LeaveSettings {
  /** Warn about minutes that expire within this many days, because the decision may come later. */
  readonly expiryNoticeDays: number;
  /** Periods in which `blockable` leave cannot be taken. */
  readonly blocked: readonly BlockedDays[];
  /** Whether leave that lapses is paid with the wages of the month in which it ends. */
  readonly lapsedPaid: LapsedPaid;
}

/** The defaults. */
export const SHIPPED_LEAVE: LeaveSettings = {
  expiryNoticeDays: 7,
  blocked: [],
  // 职工带薪年休假条例 5 III and 劳动法 44 (2): what the company did not give is paid.
  lapsedPaid: { annual: true, compTime: true },
};

/** The company's settings merged over the defaults. */
export function leaveSettings(own: OwnRules): LeaveSettings {
  const { expiryNoticeDays, blocked, lapsedPaid } = own as Partial<LeaveSettings>;
  return {
    expiryNoticeDays: expiryNoticeDays ?? SHIPPED_LEAVE.expiryNoticeDays,
    blocked: blocked ?? SHIPPED_LEAVE.blocked,
    lapsedPaid: lapsedPaid ?? SHIPPED_LEAVE.lapsedPaid,
  };
}

/** A day blocked for leave, with the company's name for it. */
export interface BlockedDay {
  readonly day: Day;
  readonly name: LocalText;
}

export const blockedOn = (blocked: LeaveSettings['blocked'], days: readonly Day[]): BlockedDay[] =>
  days.flatMap((day) => {
    const period = blocked.find(({ from, to }) => from <= day && day <= to);
    return period ? [{ day, name: period.name }] : [];
  });
