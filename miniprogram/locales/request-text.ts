import type { Day, Minutes } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { Period } from '#contracts/form';
import type { LeaveBalance, LedgerLine } from '#contracts/leave';
import type { PersonBrief } from '#contracts/person';
import type { RequestCard } from '#contracts/request';
import { spanText } from '../common/attendance-text';
import { namedHalves } from '../common/named-halves';
import { requestNumber } from '../common/request-number';
import { LEAVE_DAY_MINUTES } from '../common/units';
import { dayText } from '../utils/dates';
import { wallClock } from '../utils/wall-clock';
import type { Words } from './words';

/**
 * 3 天 / 1.5 天 / 2 天 3 小时. Input: leave minutes; may be negative. For a type counted in hours, a part of a day is
 * always in hours: 1 天 4 小时.
 */
export function leaveText(minutes: Minutes, words: Words, unit?: LeaveBalance['type']['unit']): string {
  const sign = minutes < 0 ? '−' : '';
  const size = Math.abs(minutes);
  const step = unit === 'hour' ? LEAVE_DAY_MINUTES : LEAVE_DAY_MINUTES / 2;
  if (size % step === 0) return sign + words.t('amount.days', { count: size / LEAVE_DAY_MINUTES });
  const days = Math.floor(size / LEAVE_DAY_MINUTES);
  const rest = spanText(size % LEAVE_DAY_MINUTES, words);
  return sign + (days === 0 ? rest : words.t('amount.daysAnd', { count: days, rest }));
}

/** Remaining balance; for leave without a balance, its limit. */
export function remainingText({ type, left }: Pick<LeaveBalance, 'type' | 'left'>, words: Words): string {
  if (type.balance) return leaveText(left, words, type.unit);
  if (!type.most) return words.t('balances.unlimited');
  return words.t(`balances.most.${type.most.per}`, {
    amount: leaveText(type.most.minutes, words, type.unit),
  });
}

/** What a line of the ledger is called. */
export const ledgerWord = ({ kind, minutes }: Pick<LedgerLine, 'kind' | 'minutes'>, words: Words): string =>
  words.t(`ledgerKinds.${kind === 'expire' && minutes > 0 ? 'restored' : kind}`);

/** What leaving means for a balance: earned, and what is paid out; nothing for those who stay. */
export function leavingText(
  { type, leaving }: Pick<LeaveBalance, 'type' | 'leaving'>,
  words: Words,
): string[] {
  if (!leaving) return [];
  const { lastDay, earned, payOut, percent } = leaving;
  const amount = (minutes: number) => leaveText(minutes, words, type.unit);
  const paid = percent === null ? 'balances.leavingOvertime' : 'balances.leavingPaid';
  return [
    ...(earned === null
      ? []
      : [words.t('balances.leavingEarned', { day: dayText(lastDay, words), amount: amount(earned) })]),
    ...(payOut === null ? [] : [words.t(paid, { amount: amount(payOut), percent: percent ?? 0 })]),
  ];
}

/** ¥1,286.40. Input: fen. */
export function moneyText(fen: number): string {
  const yuan = Math.floor(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  return `${fen < 0 ? '−' : ''}¥${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** 4 小时 of overtime, 3 天 of leave. */
export const amountText = (
  { kind, facts }: { readonly kind: string; readonly facts: readonly Fact[] },
  minutes: Minutes,
  words: Words,
): string => amountIn(kind, minutes, words, unitOf(facts));

/** The same, where the unit of the leave type is known. */
export const amountIn = (
  kind: string,
  minutes: Minutes,
  words: Words,
  unit?: LeaveBalance['type']['unit'],
): string => (kind === 'overtime' ? spanText(minutes, words) : leaveText(minutes, words, unit));

/** `hour` for leave of a type that is counted in hours. */
const unitOf = (facts: readonly Fact[]): 'hour' | undefined =>
  facts.some(({ data }) => 'unit' in data) ? 'hour' : undefined;

const halfText = (day: Day, half: 1 | 2 | null, words: Words): string =>
  half
    ? words.t('period.half', { day: dayText(day, words), half: words.t(`halves.${half}`) })
    : dayText(day, words);

/** 12月1日 周二, or 12月1日 周二 – 12月3日 周四. */
export const daysText = (from: Day, to: Day, words: Words): string =>
  from === to
    ? dayText(from, words)
    : words.t('period.range', { from: dayText(from, words), to: dayText(to, words) });

function halvesText(period: Extract<Period, { unit: 'half' }>, words: Words): string {
  const { first, last } = namedHalves(period);
  const from = halfText(period.from, first, words);
  return period.from === period.to
    ? from
    : words.t('period.range', { from, to: halfText(period.to, last, words) });
}

/** 12月1日 周二 – 12月3日 周四; 11月28日 周六 14:00–18:00. */
export function periodText(period: Period, words: Words): string {
  switch (period.unit) {
    case 'day':
      return daysText(period.from, period.to, words);
    case 'half':
      return halvesText(period, words);
    case 'hour': {
      const end = wallClock(period.end);
      return words.t('period.hours', {
        day: dayText(period.from, words),
        start: wallClock(period.start),
        end: period.end >= 1440 ? words.t('date.nextDay', { time: end }) : end,
      });
    }
  }
}

export const personName = ({ name, nameEn }: Pick<PersonBrief, 'name' | 'nameEn'>, words: Words): string =>
  words.language === 'en' ? nameEn || name : name;

/** Name of a person; empty if missing. The English name is optional. */
export const nameOfPerson = (name: string | null, nameEn: string | null | undefined, words: Words): string =>
  personName({ name: name ?? '', nameEn: nameEn ?? '' }, words);

export const namesText = (people: readonly PersonBrief[], words: Words): string =>
  people.map((person) => personName(person, words)).join(words.t('common.listSeparator'));

/** The number that people read out, as exports have it. */
export const requestNumberOf = ({
  applicant,
  submittedAt,
}: Pick<RequestCard, 'applicant' | 'submittedAt'>): string => requestNumber(applicant.id, submittedAt);
