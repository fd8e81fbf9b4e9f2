import type { Fact, FactCode, FactData, FactOf } from '#contracts/fact';
import { spanText } from '../common/attendance-text';
import { dayText, monthText } from '../utils/dates';
import { leaveText, moneyText } from './request-text';
import type { TextData, Words } from './words';

type Said<C extends FactCode> = (data: Readonly<FactData[C]>, words: Words) => TextData;

/** Figures that are said as they travel. */
const asTheyAre = (data: TextData): TextData => data;

const nothing = (): TextData => ({});

const most: Said<'MOST_PER_REQUEST' | 'MOST_PER_YEAR'> = ({ type, most }, words) => ({
  type: words.pick(type),
  most: leaveText(most, words),
});

const paidOvertime: Said<'PAY_CLASS' | 'PAY_NOT_TIME'> = ({ percent, minutes }, words) => ({
  percent,
  minutes: spanText(minutes, words),
});

const overLimit: Said<'OVERTIME_DAY_LIMIT' | 'OVERTIME_MONTH_LIMIT'> = ({ minutes, limit }, words) => ({
  minutes: spanText(minutes, words),
  limit: spanText(limit, words),
});

const notice: Said<'NOTICE' | 'LAST_DAY_EARLY'> = ({ days, lastDay }, words) => ({
  days,
  lastDay: dayText(lastDay, words),
});

const lost: Said<'LOST_THIS' | 'LOST_NEXT'> = ({ year, entitlement, taken, days }, words) => ({
  year,
  entitlement: leaveText(entitlement, words),
  taken: leaveText(taken, words),
  days: leaveText(days, words),
});

const leaveDays: Said<'DAYS_COUNTED' | 'ROUNDED_DOWN' | 'LOST_BACK'> = ({ days }, words) => ({
  days: leaveText(days, words),
});

/** The figures of each fact in the form in which its words say them. */
const SAID: { readonly [C in FactCode]: Said<C> } = {
  BALANCE: ({ before, after }, words) => ({
    before: leaveText(before, words),
    after: leaveText(after, words),
  }),
  UNLIMITED: ({ type }, words) => ({ type: words.pick(type) }),
  MOST_PER_REQUEST: most,
  MOST_PER_YEAR: most,
  DAYS_COUNTED: leaveDays,
  EXPIRES_WHILE_PENDING: ({ minutes, day }, words) => ({
    minutes: leaveText(minutes, words),
    day: dayText(day, words),
  }),
  ATTACHMENT_MISSING: nothing,
  PAY: asTheyAre,
  PAY_LONG: ({ share, since, from, months, source }, words) => ({
    share,
    since: dayText(since, words),
    from: dayText(from, words),
    months,
    source: words.pick(source),
  }),
  PAY_FLOOR: asTheyAre,
  PAY_CLASS: paidOvertime,
  PAY_NOT_TIME: paidOvertime,
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
  ALONE: asTheyAre,
  SIMILAR: asTheyAre,
  CORRECTIONS: asTheyAre,
  FIELD_PUNCH: asTheyAre,
  NOTICE: notice,
  LAST_DAY_EARLY: notice,
  AMOUNT: ({ fen, lines }) => ({ fen: moneyText(fen), lines }),
  ADVANCE: ({ fen, rest }) => ({ fen: moneyText(fen), rest: moneyText(rest) }),
  DUPLICATE_RECEIPT: asTheyAre,
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
  SERVICE_WAITING: asTheyAre,
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
  RULE_SOURCE: ({ source, version }, words) => ({ source: words.pick(source), version }),
  WOULD_LOSE_SICK: asTheyAre,
  WOULD_LOSE_PERSONAL: asTheyAre,
};

/** A server that is newer than this phone may know more facts: they have no words here, and no figures. */
function spoken<C extends FactCode>({ code, data }: FactOf<C>, words: Words): TextData {
  const said: Said<C> | undefined = SAID[code];
  return said?.(data, words) ?? {};
}

export interface FactLine {
  readonly name: string;
  readonly value: string;
}

/** A fact as a row: what it is about, and what it says. */
export const factLine = (fact: Fact, words: Words): FactLine => ({
  name: words.t(`facts.${fact.code}.name`),
  value: words.t(`facts.${fact.code}.value`, spoken(fact, words)),
});

/** A fact as one sentence, such as a warning. */
export const factSentence = (fact: Fact, words: Words): string => {
  const { name, value } = factLine(fact, words);
  return words.t('facts.sentence', { name, value });
};
