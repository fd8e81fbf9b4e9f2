import type { Day, Instant, LocalText } from './common';
import type { Fact } from './fact';

export interface LeaveTypeBrief {
  readonly id: string;
  readonly name: LocalText;
  readonly unit: 'day' | 'half' | 'hour';
  /** Percent of the usual pay. */
  readonly paidShare: number;
  /** Whether it is drawn from a balance. */
  readonly balance: boolean;
  /** What is limited without a balance, such as leave for a marriage; leave minutes. */
  readonly most?: { readonly minutes: number; readonly per: 'request' | 'year' } | undefined;
  readonly source: LocalText;
}

/** Leave minutes: 480 are one day, whatever the length of the shift. */
export interface LeaveBalance {
  readonly type: LeaveTypeBrief;
  readonly left: number;
  /** Asked for, not decided yet; already taken off `left`. */
  readonly held: number;
  readonly used: number;
  /** What of it was lost to other leave; absent where nothing was. */
  readonly lost?: number;
  /** Of a leaver, with the last day of employment: leave minutes. */
  readonly leaving?: {
    readonly lastDay: Day;
    /** Earned by that day; null where time is earned by overtime. */
    readonly earned: number | null;
    /** Not taken and to be paid out; null where no law asks for it. */
    readonly payOut: number | null;
    /** Percent of normal pay, normal pay included; null where the class of the overtime decides. */
    readonly percent: number | null;
  };
  /** The next grant to expire. */
  readonly expiring: { readonly minutes: number; readonly on: Day } | null;
  /** How the entitlement of this year was worked out; empty where there is nothing to explain. */
  readonly basis: readonly Fact[];
}

export type LedgerKind =
  | 'grant'
  | 'hold'
  | 'release'
  | 'use'
  | 'return'
  | 'expire'
  | 'carry'
  | 'adjust'
  | 'lost'
  /** Not earned because the person leaves within the year. */
  | 'leaving';

export interface LedgerLine {
  readonly id: string;
  readonly kind: LedgerKind;
  readonly typeId: string;
  readonly minutes: number;
  readonly at: Instant;
  readonly requestId: string | null;
  readonly expiresOn: Day | null;
  readonly note: string;
}
