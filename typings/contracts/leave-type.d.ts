import type { Day, LocalText, Minutes } from './common';

/** How people come by the minutes of a leave type. */
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

/** When the days that the law gives for a year are lost to other leave of the same calendar year. */
export interface LossRule {
  /** Lost from this many months on, by full years of service, ascending. `types` are leave types. */
  readonly sick: {
    readonly types: readonly string[];
    readonly tiers: readonly { readonly years: number; readonly months: number }[];
    /** Calendar days that make a month; days off inside a sick leave are days of it. */
    readonly monthDays: number;
  };
  /** Personal leave with full pay: lost from this many days on. */
  readonly personal: { readonly types: readonly string[]; readonly days: number };
  /** What next year loses where a part of the year's days had been taken: as many days, or all of its days. */
  readonly partlyTaken: 'days-taken' | 'whole-year';
  readonly source: LocalText;
}

/** What is paid once leave without a break is longer than `afterMonths`, by full years with the company. */
export interface LongPay {
  readonly afterMonths: number;
  readonly shares: readonly { readonly years: number; readonly share: number }[];
  readonly source: LocalText;
}

/** What holds for one type of leave from a day on, in one region. Data, with the text of the law it comes from. */
export interface LeaveRule {
  readonly from: Day;
  /** `china`, a province, or a city; the closest to the person's city counts. */
  readonly region: string;
  readonly unit: 'day' | 'half' | 'hour';
  /** Hours are counted in whole steps of this many leave minutes. */
  readonly step: Minutes;
  /** Percent of the usual pay, by full years with the company, ascending from 0 years. */
  readonly paidShares: readonly { readonly years: number; readonly share: number }[];
  /** Absent or null: the same share, however long it lasts. */
  readonly longPay?: LongPay | null;
  /** Percent of the local minimum wage that the pay is not below; absent or null: no such floor. */
  readonly leastOfMinimumWage?: number | null;
  /** `without-statutory`: calendar days, of which statutory days are not counted. */
  readonly counts: 'working-days' | 'without-statutory' | 'calendar-days';
  readonly grant: GrantRule | null;
  /** Of a grant by service. Absent or null: nothing is lost. */
  readonly lostBy?: LossRule | null;
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

/** A leave type as HR edits it. Version 0: as shipped. */
export interface LeaveTypeSettings {
  readonly id: string;
  readonly version: number;
  readonly name: LocalText;
  readonly enabled: boolean;
  readonly rules: readonly LeaveRule[];
}

/** Where a company gives less than the law, or asks for more. Words under `ruleWarnings.<code>`. */
export interface RuleWarning {
  readonly code: RuleWarningCode;
  readonly data: Readonly<Record<string, string | number>>;
  readonly source: LocalText;
}

export type RuleWarningCode =
  | 'LEAVE_OFF' // { }  the type is switched off
  | 'LEAVE_NO_RULE' // { region }
  | 'LEAVE_GRANT_KIND' // { region }  another way of granting than the law's
  | 'LEAVE_GRANT_DAYS' // { region, years, days, least }  leave minutes
  | 'LEAVE_GRANT' // { region, days, least }  leave minutes
  | 'LEAVE_CHILD_AGE' // { region, years, least }
  | 'LEAVE_MOST' // { region, days, least }  leave minutes
  | 'LEAVE_PAID_SHARE' // { region, years, share, least }
  | 'LEAVE_LONG_SHARE' // { region, years, share, least }
  | 'LEAVE_LOST' // { region }  lost sooner than the law says
  | 'LEAVE_WAITING' // { region, months, least }
  | 'LEAVE_PROBATION' // { region }
  | 'LEAVE_COUNTS' // { region }  calendar days are used up sooner
  | 'LEAVE_CARRY' // { region }
  | 'OVERTIME_DAY' // { minutes, limit }
  | 'OVERTIME_MONTH' // { minutes, limit }
  | 'COMP_TIME' // { percent }
  | 'NOTICE' // { days, limit }
  | 'PROBATION_NOTICE';

export interface LeaveTypeAnswer {
  readonly type: LeaveTypeSettings;
  readonly warnings: readonly RuleWarning[];
}
