import type { Day, LocalText, Minutes } from '../../../../typings/contracts/common';

/** Leave minutes of one day, whatever the length of the shift. */
export const DAY_MINUTES: Minutes = 480;

/** How people come by the minutes of a type. */
export type GrantRule =
  /** A year's days by the length of the working life; nothing before `waitingMonths` of it. */
  | {
      readonly by: 'service';
      readonly waitingMonths: number;
      /** Ascending; `years` are full years of service. */
      readonly tiers: readonly { readonly years: number; readonly days: number }[];
    }
  /** The same minutes every year; joiners and leavers get their share of the year, in whole half days. */
  | { readonly by: 'year'; readonly minutes: Minutes }
  /** For each child, every year from birthday to birthday until the child is `underYears`. */
  | { readonly by: 'child'; readonly minutes: Minutes; readonly underYears: number }
  /** Credited by approved overtime only. */
  | { readonly by: 'overtime' };

/** What holds for one type from a day on, in one region. Data, with the text of the law it comes from. */
export interface LeaveRule {
  readonly from: Day;
  /** `china`, a province, or a city; the closest to the person's city counts. */
  readonly region: string;
  readonly unit: 'day' | 'half' | 'hour';
  /** Hours are counted in whole steps of this many leave minutes. */
  readonly step: Minutes;
  /** Percent of the usual pay, by full years with the company, ascending from 0 years. */
  readonly paidShares: readonly { readonly years: number; readonly share: number }[];
  readonly counts: 'working-days' | 'calendar-days';
  readonly grant: GrantRule | null;
  /** What is left at the end of a year's grant: at most `most` (null: all) until `until` (MM-DD) of the next year. */
  readonly carry: { readonly most: Minutes | null; readonly until: string } | null;
  /** A paper is needed for more than this; `later`: it may be brought afterwards. */
  readonly attachment: { readonly after: Minutes; readonly later: boolean } | null;
  readonly mostPerRequest: Minutes | null;
  /** Of all requests whose first day lies in one calendar year. */
  readonly mostPerYear: Minutes | null;
  /** Months with the company before the first day. */
  readonly waitingMonths: number;
  readonly notInProbation: boolean;
  readonly sex: 'female' | 'male' | null;
  /** Whether days that the company has blocked are refused. */
  readonly blockable: boolean;
  readonly source: LocalText;
  /** False where the figure was not found in a text of the law: HR confirms it. */
  readonly verified: boolean;
}

/** A document of `leave_types`; the shipped pack has the same shape. */
export interface LeaveType {
  readonly _id: string;
  readonly name: LocalText;
  readonly enabled: boolean;
  readonly rules: readonly LeaveRule[];
}

/** Whether the type is drawn from a balance. */
export const hasBalance = (rule: LeaveRule): boolean => rule.grant !== null;
