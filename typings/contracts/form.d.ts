import type { CalendarDay } from './calendar';
import type { Day, LocalText, Minutes } from './common';

/** One field of a form. `id` matches /^[a-z][A-Za-z0-9]{0,29}$/. */
export interface FormField {
  readonly id: string;
  readonly kind: 'text' | 'number' | 'money' | 'day' | 'period' | 'choice' | 'person' | 'file' | 'table';
  readonly label: LocalText;
  readonly required: boolean;
  /** Longest text; most files or lines (at most 50). */
  readonly most?: number;
  /** Bounds of a number; of money in fen. */
  readonly from?: number;
  readonly to?: number;
  /** Of a choice, at most 30. */
  readonly options?: readonly { readonly id: string; readonly label: LocalText }[];
  /** Of a text outside of tables: kept encrypted, and shown only to the applicant, who signs, and HR. */
  readonly private?: boolean;
  /** Columns of a table, at most 8, no table among them. */
  readonly columns?: readonly FormField[];
}

/**
 * A stretch of time as people ask for it. `day`: whole days. `half`: from the first or second half of `from` to
 * the first or second half of `to`. `hour`: clock times of the company's time zone, minutes from the midnight of
 * `from` (`end` may lie beyond 1,440).
 */
export type Period =
  | { readonly unit: 'day'; readonly from: Day; readonly to: Day }
  | {
      readonly unit: 'half';
      readonly from: Day;
      readonly fromHalf: 1 | 2;
      readonly to: Day;
      readonly toHalf: 1 | 2;
    }
  | { readonly unit: 'hour'; readonly from: Day; readonly start: Minutes; readonly end: Minutes };

/** A field's value: text, choice, person and day as string; money in fen; files as fileIDs of cloud storage. */
export type FormValue =
  | string
  | number
  | Period
  | readonly string[]
  | readonly Readonly<Record<string, string | number | readonly string[]>>[];

export type FormValues = Readonly<Record<string, FormValue>>;

/** Minutes from the midnight of the day; `end` may lie beyond 1,440. */
export interface Hours {
  readonly start: Minutes;
  readonly end: Minutes;
}

/** The days that a form can choose from, as the person's schedule has them. */
export interface FormCalendar {
  readonly first: Day;
  readonly last: Day;
  /** Weekdays that are free unless `marks` says otherwise; Monday is 1. */
  readonly freeWeekdays: readonly number[];
  /** Days with a name, and days that their weekday does not tell. */
  readonly marks: readonly (Pick<CalendarDay, 'day' | 'kind' | 'name'> & { readonly isFree: boolean })[];
  /** Years whose exchanged days are not announced yet. */
  readonly openYears: readonly string[];
}

/** Who of the team is away on a day. */
export interface AwayDay {
  readonly day: Day;
  /** Colleagues, without the person. */
  readonly people: number;
  /** The person is away, or has asked to be. */
  readonly own?: true;
}

/** What a form begins with; hours are null on days off, and for somebody without a shift. */
export interface FormPlan {
  readonly today: Hours | null;
  /** The next day after today that the person works. */
  readonly next: { readonly day: Day; readonly hours: Hours | null };
}
