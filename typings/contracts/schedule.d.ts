import type { CalendarDay, CompanyDay } from './calendar';
import type { ChangeEntry } from './change';
import type { Day, LeftOut, Month } from './common';
import type { RosterRow, RosterShift } from './roster';
import type { DatedShift, Shift } from './shift';

/** Actions of the `schedule` function. HR and administrators. */
export interface ScheduleContract {
  shifts: {
    input: { readonly [none: string]: never };
    output: { readonly shifts: readonly DatedShift[] };
  };
  /**
   * The shift is so from `from` on, today if that is missing; earlier days keep what held on them. `replaces`: the first
   * day of a planned version that it stands in for. A version that equals the one before it disappears.
   */
  saveShift: {
    input: { shift: Omit<Shift, 'version'>; expectedVersion: number; from?: Day; replaces?: Day };
    output: { readonly shift: Shift };
  };
  roster: {
    input: { departmentId: string; month: Month; cursor?: string };
    output: LeftOut & {
      /** Every day of the month, for a week from Monday to Friday. */
      readonly days: readonly CalendarDay[];
      readonly rows: readonly RosterRow[];
      /** As they are on the first day of the month, with what changes in it. */
      readonly shifts: readonly RosterShift[];
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
      /** Whether the product knows the exchanged days of the year; statutory days are known for every year. */
      readonly announced: boolean;
      /** HR has entered all exchanged days of the year. */
      readonly complete: boolean;
      /** `what` are days, and `complete`. */
      readonly history: readonly ChangeEntry[];
    };
  };
  saveCalendar: {
    /** Without `complete` that stays as it is. */
    input: { year: string; rev: number; days: readonly CompanyDay[]; complete?: boolean };
    output: { readonly rev: number };
  };
}
