import type { Day, Instant, LocalText, Minutes, Month } from './common';
import type { DayState } from './day-status';
import type { MonthAttendance, PayItems } from './month';
import type { PersonBrief } from './person';
import type { Slot } from './punch';

/** What happened to the lock of a month. The names are null for the console. */
export interface LockEvent {
  readonly kind: 'locked' | 'unlock-asked' | 'unlock-refused' | 'unlocked';
  readonly at: Instant;
  readonly byName: string | null;
  readonly byNameEn: string | null;
  /** Of `unlock-asked`: why. */
  readonly reason?: string;
}

/** Sums over everybody who is settled. */
export interface MonthSums {
  readonly totals: MonthAttendance['totals'];
  readonly overtimeMinutes: Minutes;
  readonly corrections: number;
  /** People with a missing or an unconfirmed punch. */
  readonly openPeople: number;
  /** Punches whose claimed time nobody has confirmed. */
  readonly unconfirmed: number;
}

/** A month of all employees, frozen person by person. */
export interface Settlement {
  readonly month: Month;
  readonly rev: number;
  /** `waiting`: the last day of some people is not over; it goes on at `resumesAt`. */
  readonly state: 'running' | 'waiting' | 'done' | 'locked';
  /** People of this pass, and how many of them are new or have changed since the last one. */
  readonly people: number;
  readonly written: number;
  /** People of this pass whose records cannot be used; they are not settled. Missing of months settled before. */
  readonly leftOut?: number;
  readonly waiting: number;
  readonly resumesAt: Instant | null;
  readonly startedAt: Instant;
  readonly doneAt: Instant | null;
  readonly lockedAt: Instant | null;
  /** Null for the console. */
  readonly lockedByName: string | null;
  /** Missing of months locked before it was kept. */
  readonly lockedByNameEn?: string | null;
  /** Of the last pass; missing of months settled before they were kept. */
  readonly sums?: MonthSums;
  /** Locks and unlocks, the earliest first; the last fifty. */
  readonly history: readonly LockEvent[];
  /** Somebody asks to unlock the month, and another person has to confirm it. `isOwn`: the caller asked. */
  readonly unlock: { readonly at: Instant; readonly reason: string; readonly isOwn: boolean } | null;
}

/** What is undecided in a month now. */
export interface MonthOpen {
  /** Pending requests about time of the month. */
  readonly requests: number;
  /** Flags of its days that nobody has decided. */
  readonly flags: number;
}

/** A punch of a settled month that is missing or unconfirmed. */
export interface OpenPunch {
  readonly day: Day;
  readonly kind: 'missing' | 'unconfirmed';
  readonly slot: Slot;
}

/** Somebody with open punches, as their month was settled. */
export interface OpenPerson extends PersonBrief {
  readonly punches: readonly OpenPunch[];
}

/** A pending request about time of a month. */
export interface OpenRequest {
  readonly id: string;
  readonly applicant: PersonBrief;
  readonly typeName: LocalText;
  readonly title: LocalText;
  readonly from: Instant;
  readonly to: Instant;
  /** Whom it waits for. */
  readonly waitingFor: readonly PersonBrief[];
}

/** Somebody whose month comes out differently from what was settled. */
export interface SettlementDifference {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** Null for somebody who was not settled, such as a person who was added later. */
  readonly settled: MonthAttendance['totals'] | null;
  readonly now: MonthAttendance['totals'];
  readonly days: readonly { readonly day: Day; readonly settled: DayState; readonly now: DayState }[];
  /** Absent where overtime, leave and corrections are the same. */
  readonly pay?: { readonly settled: PayItems; readonly now: PayItems };
}
