import type { Day, Instant, Minutes, Month } from '#contracts/common';
import type { DayState } from '#contracts/day-status';
import type { MonthAttendance, PayItems } from '#contracts/month';
import type { OpenPunch } from '#contracts/settlement';

/** The settled result of one person's month. */
export interface SettledFigures {
  readonly totals: MonthAttendance['totals'];
  readonly workedMinutes: Minutes;
  /** Missing of months settled before it was kept. */
  readonly pay?: PayItems;
  /** Missing of months settled before it was kept. */
  readonly open?: readonly OpenPunch[];
  readonly days: readonly { readonly day: Day; readonly state: DayState; readonly workedMinutes: Minutes }[];
  /** All rules that applied to a day. */
  readonly rules: readonly { readonly id: string; readonly version: number }[];
}

/** A document of `settled_months`, `_id` is `<employee>:<month>`. */
export interface SettledMonth extends SettledFigures {
  readonly _id: string;
  readonly employeeId: string;
  readonly month: Month;
  readonly departmentId: string;
  readonly rev: number;
  /** Fingerprint of the inputs: equal texts imply equal results. */
  readonly inputs: string;
  readonly settledAt: Instant;
  /** Whether there are open punches, so that a query finds them. */
  readonly isOpen?: boolean;
  /** What was locked before the month was unlocked and came out differently, the latest last. */
  readonly earlier?: readonly LockedFigures[];
}

/** A result that was locked once. */
export interface LockedFigures extends Omit<SettledFigures, 'rules' | 'open'> {
  readonly settledAt: Instant;
  readonly lockedAt: Instant;
}

const MAX_EARLIER = 5;

/** The locked results of a person, with the one that is replaced now, if the month was locked with it. */
export function earlierOf(before: SettledMonth | undefined, lockedAt: Instant | null): LockedFigures[] {
  const kept = [...(before?.earlier ?? [])];
  if (!before || lockedAt === null || before.settledAt > lockedAt) return kept;
  const { totals, workedMinutes, pay, days, settledAt } = before;
  const figures = { totals, workedMinutes, ...(pay && { pay }), days };
  return [...kept, { ...figures, settledAt, lockedAt }].slice(-MAX_EARLIER);
}
