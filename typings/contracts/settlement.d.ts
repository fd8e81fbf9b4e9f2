import type { Day, Instant, Month } from './common';
import type { DayState } from './day-status';
import type { MonthAttendance, PayItems } from './month';

/** A month of all employees, frozen person by person. */
export interface Settlement {
  readonly month: Month;
  readonly rev: number;
  /** `waiting`: the last day of some people is not over; it goes on at `resumesAt`. */
  readonly state: 'running' | 'waiting' | 'done' | 'locked';
  /** People of this pass, and how many of them are new or have changed since the last one. */
  readonly people: number;
  readonly written: number;
  readonly waiting: number;
  readonly resumesAt: Instant | null;
  readonly startedAt: Instant;
  readonly doneAt: Instant | null;
  readonly lockedAt: Instant | null;
  /** Null for the console. */
  readonly lockedByName: string | null;
  /** Missing of months locked before it was kept. */
  readonly lockedByNameEn?: string | null;
}

/** Somebody whose month has come out differently since it was settled. */
export interface SettlementDifference {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly settled: MonthAttendance['totals'];
  readonly now: MonthAttendance['totals'];
  readonly days: readonly { readonly day: Day; readonly settled: DayState; readonly now: DayState }[];
  /** Absent where overtime, leave and corrections are the same. */
  readonly pay?: { readonly settled: PayItems; readonly now: PayItems };
}
