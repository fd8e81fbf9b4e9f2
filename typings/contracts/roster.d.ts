import type { ChangeEntry } from './change';
import type { Day } from './common';
import type { Shift } from './shift';

/** One person's month: a shift id per day, `off`, or nothing where the usual plan holds. */
export interface RosterRow {
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly rev: number;
  /** The caller's own row, which somebody else has to plan. */
  readonly isOwn?: true;
  readonly days: Readonly<Record<Day, string>>;
  /** The usual plan of every day of the month: a shift id or `off`; null without a shift or not employed. */
  readonly usual: readonly (string | null)[];
  /** The newest five changes; `what` are the days, `values` their shifts or `off`. */
  readonly history: readonly ChangeEntry[];
}

type ShiftTimes = Pick<Shift, 'kind' | 'start' | 'end'>;

export interface RosterShift extends ShiftTimes, Pick<Shift, 'id' | 'name'> {
  /** Later in the month, oldest first. */
  readonly changes?: readonly (ShiftTimes & { readonly from: Day })[];
}
