import type { DayKind } from './attendance';
import type { Day, Instant, LocalText, Minutes, Month } from './common';

export interface Span {
  readonly start: Minutes;
  readonly end: Minutes;
}

/**
 * A shift as data. Minutes count from the attendance day's midnight; 1,440 and more is the next day.
 * `fixed`: start and end. `flexible`: any `requiredMinutes` between `start` and `end`, present during `core`.
 * Breaks are not worked; a break with `punched` set splits the shift in segments that are each punched in and out.
 */
export interface Shift extends Span {
  readonly id: string;
  readonly version: number;
  readonly kind: 'fixed' | 'flexible';
  readonly name: LocalText;
  readonly flexMinutes: Minutes;
  readonly requiredMinutes: Minutes | null;
  readonly core: Span | null;
  /** Monday 1 … Sunday 7. */
  readonly workdays: readonly number[];
  readonly lateHalfDayAfter: Minutes;
  readonly lateAbsentAfter: Minutes;
  readonly earlyHalfDayAfter: Minutes;
  readonly earlyAbsentAfter: Minutes;
  readonly breaks: readonly (Span & { readonly punched?: boolean })[];
  readonly source: LocalText;
}

/** Who set what, and when; newest first. */
export interface ChangeEntry {
  readonly at: Instant;
  readonly byName: string;
  readonly byNameEn: string;
  readonly version: number;
  readonly what: readonly string[];
}

export interface Versioned<T> {
  readonly value: T;
  readonly history: readonly ChangeEntry[];
}

/** One person's month: a shift id per day, `off`, or nothing where the usual plan holds. */
export interface RosterRow {
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly rev: number;
  readonly days: Readonly<Record<Day, string>>;
  /** The usual plan of every day of the month: a shift id or `off`; null without a shift or not employed. */
  readonly usual: readonly (string | null)[];
  /** The newest five changes; `what` are the days. */
  readonly history: readonly ChangeEntry[];
}

/** What the calendar, the company's and the public one, says of a day. */
export interface CalendarDay {
  readonly day: Day;
  readonly kind: DayKind;
  readonly name: LocalText | null;
}

export interface CompanyDay {
  readonly day: Day;
  readonly kind: DayKind;
  readonly name: LocalText;
}

/** Actions of the `schedule` function. HR and administrators. */
export interface ScheduleContract {
  shifts: {
    input: { readonly [none: string]: never };
    output: { readonly shifts: readonly Versioned<Shift>[] };
  };
  saveShift: {
    input: { shift: Omit<Shift, 'version'>; expectedVersion: number };
    output: { readonly shift: Shift };
  };
  roster: {
    input: { departmentId: string; month: Month; cursor?: string };
    output: {
      /** Every day of the month, for a week from Monday to Friday. */
      readonly days: readonly CalendarDay[];
      readonly rows: readonly RosterRow[];
      readonly shifts: readonly Pick<Shift, 'id' | 'name'>[];
      readonly next: string | null;
    };
  };
  /** At most 40 people at once; nothing is saved if one row was changed by somebody else. */
  saveRoster: {
    input: {
      month: Month;
      rows: readonly { employeeId: string; rev: number; days: Readonly<Record<Day, string>> }[];
    };
    output: { readonly rows: readonly { employeeId: string; rev: number }[] };
  };
  calendar: {
    input: { year: string };
    output: {
      readonly year: string;
      readonly rev: number;
      readonly days: readonly CompanyDay[];
      readonly statutory: readonly CompanyDay[];
      readonly history: readonly ChangeEntry[];
    };
  };
  saveCalendar: {
    input: { year: string; rev: number; days: readonly CompanyDay[] };
    output: { readonly rev: number };
  };
}
