import type { ChangeEntry } from './change';
import type { Day } from './common';

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
