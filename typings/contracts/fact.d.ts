import type { Day, LocalText, Minutes, Month } from './common';
import type { DayKind } from './day-status';
import type { Slot } from './punch';

/** Set where the leave type is counted in hours: a part of a day is said in hours, never as half a day. */
interface InHours {
  readonly unit?: 'hour';
}

/**
 * The closed set of facts, each with the figures that its line needs: a figure that decides, or why a balance is
 * what it is. Words are in the locale files under `facts.<CODE>`. Leave minutes: 480 are a day.
 */
export interface FactData {
  // What a request does to a balance
  /** Leave minutes without the request and with it. */
  BALANCE: { type: LocalText; before: Minutes; after: Minutes } & InHours;
  UNLIMITED: { type: LocalText };
  /** `most` in leave minutes. */
  MOST_PER_REQUEST: { type: LocalText; most: Minutes };
  MOST_PER_YEAR: { type: LocalText; most: Minutes };
  /** `days` in leave minutes; days off in between are not counted. */
  DAYS_COUNTED: { days: Minutes; from: Day; to: Day } & InHours;
  /** Back at work on `backOn`, `at` its `noon` or a time of the clock: minutes of the absence so far, and what stays of it. */
  SHORTENED: { backOn: Day; at?: string; before: Minutes; after: Minutes } & InHours;
  /** The exchanged days of these years are not announced yet: the count, or the pay class, may change. */
  CALENDAR_OPEN: { years: string };
  /** Leave minutes of it that end on `day`, while the request waits or soon after. */
  EXPIRES_WHILE_PENDING: { minutes: Minutes; day: Day } & InHours;
  /** From more than `after` leave minutes on it is needed; 0 where it is always needed. */
  ATTACHMENT_MISSING: { after: Minutes };

  // Pay
  /** Percent of the usual pay. */
  PAY: { share: number };
  /** Percent of the usual pay from the day `from` on, `months` after the first day of leave without a break. */
  PAY_LONG: { share: number; since: Day; from: Day; months: number; source: LocalText };
  /** Percent of the local minimum wage. */
  PAY_FLOOR: { share: number };
  /**
   * The medical period 医疗期: so many months of illness within the days from `since` to `until` (empty: as long as the person
   * is here), of which these leave minutes are used; over with `endsOn` if the illness goes on. `endMonths`: its months on that
   * day, where they grow until then. `with`: what is counted that is only asked for, this leave or any that waits.
   */
  MEDICAL_PERIOD: {
    months: number;
    since: Day;
    until: Day | '';
    used: Minutes;
    endsOn: Day;
    endMonths?: number;
    with?: 'this' | 'waiting';
    source: LocalText;
  };
  /** It is over with `day`, which lies in this leave or before it. */
  MEDICAL_PERIOD_OVER: { day: Day; months: number };

  // Overtime, in minutes of work
  /** `percent` of the usual pay. */
  PAY_CLASS: { percent: 150 | 200 | 300; minutes: Minutes; kind: DayKind };
  /** Breaks of the shift inside it, such as `12:00–13:00`: they are no working time. */
  BREAK_NOT_WORKED: { minutes: Minutes; spans: string };
  /** Overtime of a class whose pay time off cannot stand in for. */
  PAY_NOT_TIME: { percent: 150 | 200 | 300; minutes: Minutes };
  COMP_TIME: { minutes: Minutes; expires: Day };
  OVERTIME_MONTH: { before: Minutes; after: Minutes; limit: Minutes };
  OVERTIME_DAY_LIMIT: { minutes: Minutes; limit: Minutes };
  OVERTIME_MONTH_LIMIT: { minutes: Minutes; limit: Minutes };

  // The team, in people
  /** `away` of `team`, whose `team` counts the applicant; `names` are those of the ones away. */
  TEAM_AWAY: { team: number; away: number; names: LocalText };
  /** Nobody of the team would be there. */
  ALONE: { team: number };
  /** Requests of the team for the same thing, in so many calendar days. */
  SIMILAR: { approved: number; rejected: number; days: number };

  // Other kinds
  /** The punch that a correction adds; `at` is a clock time, `HH:mm`, with `+1` on the next day. */
  PUNCH: { slot: Slot; at: string };
  /** What else was punched on the day when the request was sent: clock times, or empty. */
  OTHER_PUNCHES: { times: string };
  /** Corrections of the month, with this one. */
  CORRECTIONS: { used: number; limit: number };
  /** The correction confirms what the phone claimed, and is not one of the month's. Clock times, `HH:mm`. */
  CONFIRMS_TAP: { tapped: string; arrived: string };
  /** `at` is a clock time, `HH:mm`. */
  FIELD_PUNCH: { at: string; place: string };
  /** The photo of a field punch was never uploaded, or is no picture. */
  PHOTO_MISSING: Record<string, never>;
  /** `days` are calendar days; `lastDay` is the earliest one that keeps the notice. */
  NOTICE: { days: number; lastDay: Day };
  /** So many days before `lastDay`. */
  LAST_DAY_EARLY: { days: number; lastDay: Day };
  /** On leaving: earned by `lastDay`, taken or asked for, and `days` that are paid at `percent` of the usual pay. */
  LEAVE_PAID_OUT: {
    type: LocalText;
    lastDay: Day;
    earned: Minutes;
    taken: Minutes;
    days: Minutes;
    percent: number;
  } & InHours;
  /** On leaving: comp time that is paid at the class of its overtime. */
  COMP_TIME_PAID_OUT: { type: LocalText; minutes: Minutes } & InHours;
  AMOUNT: { fen: number; lines: number };
  /** `rest` is what is paid beyond the advance, in fen; negative where a part of it is given back. */
  ADVANCE: { fen: number; rest: number };
  /** Another person has uploaded the same content; `line` is counted from 1. */
  DUPLICATE_RECEIPT: { line: number };
  /** The invoice was also handed in on `day`, in the own request with this `number`; empty for one of a colleague. */
  SAME_INVOICE: { line: number; invoice: string; day: Day; number: string };
  /** Lines of this expense with the same day, category and amount. */
  SAME_LINE: { line: number; other: number; fen: number };
  /** An own earlier request has a line with the same day, category and amount. */
  CLAIMED_BEFORE: { line: number; number: string; fen: number };
  /** Nothing changes by itself: HR enters what was approved. */
  ENTERED_BY_HR: Record<string, never>;
  /** Settled and locked: what comes of it is listed as a difference. */
  MONTH_LOCKED: { month: Month };

  /** Counted again after a change, but the new count does not fit; it stays at `before`. Leave or overtime minutes. */
  RECOUNT_OPEN: { before: Minutes; after: Minutes };

  // How a balance was worked out
  /** The request was counted again after a change of the schedule. Leave minutes. */
  RECOUNTED: { before: Minutes; after: Minutes };
  /** Full years of service, and leave minutes of the year. */
  SERVICE: { years: number; days: Minutes };
  /** `entitlement` × `calendarDays` ÷ 365; `entitlement` in leave minutes. */
  SERVICE_PART: { from: Day; to: Day; calendarDays: number; years: number; entitlement: Minutes };
  SERVICE_WAITING: { months: number };
  /** Counted from the first day with the company. */
  SERVICE_UNKNOWN: Record<string, never>;
  /** Leave minutes, the sum in whole days. */
  ROUNDED_DOWN: { days: Minutes };
  /** `entitlement` and `days` in leave minutes. */
  YEAR_SHARE: { calendarDays: number; entitlement: Minutes; days: Minutes };
  /** `days` in leave minutes. */
  CHILD_YEAR: { born: Day; from: Day; to: Day; days: Minutes };

  /** Leave minutes of a leaver: `earned` − `taken`, rounded down to whole days, are left. */
  LEAVER_SHARE: { lastDay: Day; earned: Minutes; taken: Minutes; days: Minutes };
  /** Leave after the last day of employment was returned. */
  AFTER_LAST_DAY: { lastDay: Day };
  /** Minutes of one overtime request: what was approved, punched and credited by the company's rule. */
  OVERTIME_CREDIT: { approved: Minutes; punched: Minutes; credited: Minutes };

  // Why days of a year are lost. `sum` and `least` are days: what it came to, and from when on it counts
  /** `least` is `months` × `monthDays`, for so many full years of service. */
  LOST_SICK: {
    year: number;
    sum: number;
    least: number;
    months: number;
    monthDays: number;
    years: number;
    on: Day;
  };
  LOST_PERSONAL: { year: number; sum: number; least: number; on: Day };
  /** Leave minutes: `entitlement` − `taken` = `days`. */
  LOST_THIS: { year: number; entitlement: Minutes; taken: Minutes; days: Minutes };
  /** Leave minutes; `taken` in `year`, the others of the year after. */
  LOST_NEXT: { year: number; entitlement: Minutes; taken: Minutes; days: Minutes };
  /** Leave minutes that are not lost any more. */
  LOST_BACK: { days: Minutes };
  /** `version`: from when on the rule holds, and how often the company has changed it. */
  RULE_SOURCE: { source: LocalText; version: string };
  /** With this request. */
  WOULD_LOSE_SICK: { year: number; sum: number; least: number };
  WOULD_LOSE_PERSONAL: { year: number; sum: number; least: number };
}

export type FactCode = keyof FactData;

/** The fact of one code; of several codes, any of theirs. */
export type FactOf<C extends FactCode> = {
  [Each in C]: { readonly code: Each; readonly data: Readonly<FactData[Each]> };
}[C];

/** A figure or a fact in one line. The code tells which figures it has. */
export type Fact = FactOf<FactCode>;

/** `bad`: against a rule; the approver decides knowingly. */
export type WarningOf<C extends FactCode> = FactOf<C> & { readonly tone: 'warn' | 'bad' };

export type Warning = WarningOf<FactCode>;
