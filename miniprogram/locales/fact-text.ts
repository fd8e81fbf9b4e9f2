import type { Fact, FactCode, FactData, FactOf } from '#contracts/fact';
import { clockText, spanText } from '../common/attendance-text';
import { dayText, monthText } from '../utils/dates';
import { leaveText, moneyText } from './request-text';
import type { TextData, Words } from './words';

type Spoken<C extends FactCode> = (data: Readonly<FactData[C]>, words: Words) => TextData;

/** Data that is shown as sent. */
const unchanged = (data: TextData): TextData => data;

const nothing = (): TextData => ({});

const maxOf: Spoken<'MOST_PER_REQUEST' | 'MOST_PER_YEAR'> = ({ type, most }, words) => ({
  type: words.pick(type),
  most: leaveText(most, words),
});

const paidOvertime: Spoken<'PAY_CLASS' | 'PAY_NOT_TIME'> = ({ percent, minutes }, words) => ({
  percent,
  minutes: spanText(minutes, words),
});

const overLimit: Spoken<'OVERTIME_DAY_LIMIT' | 'OVERTIME_MONTH_LIMIT'> = ({ minutes, limit }, words) => ({
  minutes: spanText(minutes, words),
  limit: spanText(limit, words),
});

const notice: Spoken<'NOTICE' | 'LAST_DAY_EARLY'> = ({ days, lastDay }, words) => ({
  days,
  lastDay: dayText(lastDay, words),
});

const lost: Spoken<'LOST_THIS' | 'LOST_NEXT'> = ({ year, entitlement, taken, days }, words) => ({
  year,
  entitlement: leaveText(entitlement, words),
  taken: leaveText(taken, words),
  days: leaveText(days, words),
});

const leaveDays: Spoken<'ROUNDED_DOWN' | 'LOST_BACK'> = ({ days }, words) => ({
  days: leaveText(days, words),
});

/** Leave without pay has no percentage. */
const payText = (share: number, words: Words): string =>
  share === 0 ? words.t('facts.unpaid') : words.t('facts.paid', { share });

/** Formatter of the data of each fact. */
const SPOKEN: { readonly [C in FactCode]: Spoken<C> } = {
  BALANCE: ({ before, after, unit }, words) => ({
    before: leaveText(before, words, unit),
    after: leaveText(after, words, unit),
  }),
  UNLIMITED: ({ type }, words) => ({ type: words.pick(type) }),
  MOST_PER_REQUEST: maxOf,
  MOST_PER_YEAR: maxOf,
  DAYS_COUNTED: ({ days, unit }, words) => ({ days: leaveText(days, words, unit) }),
  SHORTENED: ({ backOn, at, before, after, unit }, words) => ({
    backOn: [dayText(backOn, words), at === 'noon' ? words.t('halves.2') : at].filter(Boolean).join(' '),
    before: leaveText(before, words, unit),
    after: leaveText(after, words, unit),
  }),
  CALENDAR_OPEN: unchanged,
  EXPIRES_WHILE_PENDING: ({ minutes, day, unit }, words) => ({
    minutes: leaveText(minutes, words, unit),
    day: dayText(day, words),
  }),
  ATTACHMENT_MISSING: nothing,
  PAY: ({ share }, words) => ({ pay: payText(share, words) }),
  PAY_LONG: ({ share, since, from, months, source }, words) => ({
    pay: payText(share, words),
    since: dayText(since, words),
    from: dayText(from, words),
    months,
    source: words.pick(source),
  }),
  PAY_FLOOR: unchanged,
  MEDICAL_PERIOD: ({ months, since, until, used, endsOn, endMonths, with: counted, source }, words) => ({
    months,
    span:
      until === ''
        ? words.t('medicalSpan.here')
        : words.t('medicalSpan.until', {
            since: dayText(since, words),
            until: dayText(until, words),
          }),
    used: words.t(`medicalUsed.${counted ?? 'this'}`, { used: leaveText(used, words) }),
    endsOn:
      endMonths === undefined
        ? dayText(endsOn, words)
        : words.t('medicalSpan.grown', { day: dayText(endsOn, words), months: endMonths }),
    source: words.pick(source),
  }),
  MEDICAL_PERIOD_OVER: ({ day, months }, words) => ({ day: dayText(day, words), months }),
  PAY_CLASS: paidOvertime,
  BREAK_NOT_WORKED: ({ minutes, spans }, words) => ({ minutes: spanText(minutes, words), spans }),
  PAY_NOT_TIME: paidOvertime,
  OVERTIME_CREDIT: ({ approved, punched, credited }, words) => ({
    approved: spanText(approved, words),
    punched: spanText(punched, words),
    credited: spanText(credited, words),
  }),
  COMP_TIME: ({ minutes, expires }, words) => ({
    minutes: spanText(minutes, words),
    expires: dayText(expires, words),
  }),
  OVERTIME_MONTH: ({ before, after }, words) => ({
    before: spanText(before, words),
    after: spanText(after, words),
  }),
  OVERTIME_DAY_LIMIT: overLimit,
  OVERTIME_MONTH_LIMIT: overLimit,
  TEAM_AWAY: ({ team, away, names }, words) => ({ team, away, names: words.pick(names) }),
  ALONE: unchanged,
  SIMILAR: unchanged,
  PUNCH: ({ slot, at }, words) => ({ slot: words.t(`slot.${slot}`), at: clockText(at, words) }),
  OTHER_PUNCHES: ({ times }, words) => ({ times: times || words.t('facts.noPunch') }),
  CORRECTIONS: unchanged,
  CONFIRMS_TAP: unchanged,
  FIELD_PUNCH: unchanged,
  PHOTO_MISSING: unchanged,
  NOTICE: notice,
  LAST_DAY_EARLY: notice,
  LEAVE_PAID_OUT: ({ type, lastDay, earned, taken, days, percent, unit }, words) => ({
    type: words.pick(type),
    lastDay: dayText(lastDay, words),
    earned: leaveText(earned, words, unit),
    taken: leaveText(taken, words, unit),
    days: leaveText(days, words, unit),
    percent,
  }),
  COMP_TIME_PAID_OUT: ({ type, minutes, unit }, words) => ({
    type: words.pick(type),
    minutes: leaveText(minutes, words, unit),
  }),
  AMOUNT: ({ lines }) => ({ lines, count: lines }),
  ADVANCE: ({ fen, rest }) => ({ fen: moneyText(fen), rest: moneyText(rest) }),
  DUPLICATE_RECEIPT: unchanged,
  SAME_INVOICE: ({ line, invoice, day, number }, words) => ({
    line,
    invoice,
    where: number
      ? words.t('facts.invoiceInOwn', { number })
      : words.t('facts.invoiceOfOther', { day: dayText(day, words) }),
  }),
  SAME_LINE: ({ line, other, fen }) => ({ line, other, fen: moneyText(fen) }),
  CLAIMED_BEFORE: ({ line, number, fen }) => ({ line, number, fen: moneyText(fen) }),
  ENTERED_BY_HR: nothing,
  RECOUNT_OPEN: nothing,
  RECOUNTED: ({ before, after }, words) => ({
    before: leaveText(before, words),
    after: leaveText(after, words),
  }),
  MONTH_LOCKED: ({ month }, words) => ({ month: monthText(month, words) }),
  SERVICE: ({ years, days }, words) => ({ years, days: leaveText(days, words) }),
  SERVICE_PART: ({ from, to, calendarDays, years, entitlement }, words) => ({
    from: dayText(from, words),
    to: dayText(to, words),
    calendarDays,
    years,
    entitlement: leaveText(entitlement, words),
  }),
  SERVICE_WAITING: unchanged,
  SERVICE_UNKNOWN: nothing,
  ROUNDED_DOWN: leaveDays,
  YEAR_SHARE: ({ calendarDays, entitlement, days }, words) => ({
    calendarDays,
    entitlement: leaveText(entitlement, words),
    days: leaveText(days, words),
  }),
  CHILD_YEAR: ({ born, from, to, days }, words) => ({
    born: dayText(born, words),
    from: dayText(from, words),
    to: dayText(to, words),
    days: leaveText(days, words),
  }),
  LOST_SICK: ({ on, ...counts }, words) => ({ ...counts, on: dayText(on, words) }),
  LOST_PERSONAL: ({ on, ...counts }, words) => ({ ...counts, on: dayText(on, words) }),
  LOST_THIS: lost,
  LOST_NEXT: lost,
  LOST_BACK: leaveDays,
  LEAVER_SHARE: ({ lastDay, earned, taken, days }, words) => ({
    lastDay: dayText(lastDay, words),
    earned: leaveText(earned, words),
    taken: leaveText(taken, words),
    days: leaveText(days, words),
  }),
  AFTER_LAST_DAY: ({ lastDay }, words) => ({ lastDay: dayText(lastDay, words) }),
  RULE_SOURCE: ({ source, version }, words) => ({ source: words.pick(source), version }),
  WOULD_LOSE_SICK: unchanged,
  WOULD_LOSE_PERSONAL: unchanged,
};

/** A newer server may send facts that this version does not know; they have no data. */
function spoken<C extends FactCode>({ code, data }: FactOf<C>, words: Words): TextData {
  const format: Spoken<C> | undefined = SPOKEN[code];
  return format?.(data, words) ?? {};
}

export interface FactLine {
  readonly name: string;
  readonly value: string;
}

/** A fact as a row: name and value. */
export const factLine = (fact: Fact, words: Words): FactLine => ({
  name: words.t(`facts.${fact.code}.name`, spoken(fact, words)),
  value: words.t(`facts.${fact.code}.value`, spoken(fact, words)),
});

/** A fact as one sentence, such as a warning. */
export const factSentence = (fact: Fact, words: Words): string => {
  const { name, value } = factLine(fact, words);
  return words.t('facts.sentence', { name, value });
};
