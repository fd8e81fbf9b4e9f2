import type { LocalText } from './common';

/** A figure or a fact in one line; words in the locale files under `facts.<code>`. */
export interface Fact {
  readonly code: FactCode;
  readonly data: Readonly<Record<string, string | number | LocalText>>;
}

export type FactCode =
  | 'BALANCE' // { type, before, after }  leave minutes
  | 'UNLIMITED' // { type }
  | 'MOST_PER_REQUEST' // { type, most in leave minutes }
  | 'MOST_PER_YEAR' // as above
  | 'DAYS_COUNTED' // { days, from, to }  leave minutes; days off in between are not counted
  | 'PAY' // { share }  percent of the usual pay
  | 'PAY_CLASS' // { percent, minutes, kind }  overtime: 150, 200, 300
  | 'COMP_TIME' // { minutes, expires }
  | 'OVERTIME_MONTH' // { before, after, limit }  minutes
  | 'TEAM_AWAY' // { team, away, names }
  | 'ALONE' // { team }  nobody of the team would be there
  | 'SIMILAR' // { approved, rejected, days }
  | 'CORRECTIONS' // { used, limit }
  | 'DAY_BEFORE' // { state }  what the day is called without the correction
  | 'NOTICE' // { days, lastDay }
  | 'LAST_DAY_EARLY' // { days, lastDay }
  | 'AMOUNT' // { fen, lines }
  | 'ADVANCE' // { fen, rest }
  | 'DUPLICATE_RECEIPT' // { line, byOther }
  | 'ATTACHMENT_MISSING' // { after }  leave minutes; 0 where it is always needed
  | 'OVERTIME_DAY_LIMIT' // { minutes, limit }
  | 'OVERTIME_MONTH_LIMIT' // { minutes, limit }
  | 'EXPIRES_WHILE_PENDING' // { minutes, day }
  | 'FIELD_PUNCH' // { at, place }
  | 'ENTERED_BY_HR' // { }  nothing changes by itself: HR enters what was approved
  | 'MONTH_LOCKED' // { month }  settled and locked: what comes of it is listed as a difference
  | 'PAY_NOT_TIME' // { percent, minutes }  overtime of a class whose pay time off cannot stand in for
  // How a balance was worked out
  | 'SERVICE' // { years, days }  full years of service, leave minutes of the year
  | 'SERVICE_PART' // { from, to, calendarDays, years, entitlement }  entitlement × calendarDays ÷ 365
  | 'SERVICE_WAITING' // { months }
  | 'SERVICE_UNKNOWN' // { }  counted from the first day with the company
  | 'ROUNDED_DOWN' // { days }  the sum in whole days
  | 'YEAR_SHARE' // { calendarDays, entitlement, days }
  | 'CHILD_YEAR' // { born, from, to, days }
  // Why days of a year are lost. `sum` and `least` are days: what it came to, and from when on it counts
  | 'LOST_SICK' // { year, sum, least, months, monthDays, years, on }
  | 'LOST_PERSONAL' // { year, sum, least, on }
  | 'LOST_THIS' // { year, entitlement, taken, days }  leave minutes: entitlement − taken = days
  | 'LOST_NEXT' // { year, entitlement, taken, days }  leave minutes; taken in the year before
  | 'LOST_BACK' // { days }  it is not lost any more
  | 'RULE_SOURCE' // { source, version }
  | 'WOULD_LOSE_SICK' // { year, sum, least }  with this request
  | 'WOULD_LOSE_PERSONAL' // { year, sum, least }
  | 'PAY_LONG' // { share, since, from, months, source }  percent of the usual pay from that day on
  | 'PAY_FLOOR';

// { share }  percent of the local minimum wage

/** `bad`: against a rule; the approver decides knowingly. */
export type Warning = Fact & { readonly tone: 'warn' | 'bad' };
