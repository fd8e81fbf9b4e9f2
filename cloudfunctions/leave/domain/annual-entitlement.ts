import type { Day } from '#contracts/common';
import { addMonthsTo, addYearsTo, calendarDays, fullYears } from '../../shared/calendar/anniversary';
import { addDays } from '../../shared/calendar/company-time';
import type { GrantRule } from './leave-type';

type ServiceRule = Extract<GrantRule, { by: 'service' }>;

export interface Service {
  readonly hiredOn: Day;
  readonly leftOn: Day | null;
  /** First day of the whole working life; where it is not known, that of this employment. */
  readonly workingSince: Day | null;
}

/** A stretch of the year with one tier. */
export interface TierStretch {
  readonly from: Day;
  readonly to: Day;
  readonly calendarDays: number;
  /** Full years of service at its end, and the days of a whole year in that tier. */
  readonly years: number;
  readonly entitlement: number;
}

export interface Entitlement {
  readonly days: number;
  /** First day on which it may be used; null if there is none this year. */
  readonly usableFrom: Day | null;
  readonly stretches: readonly TierStretch[];
}

/** The law divides by 365 in leap years as well. */
const YEAR = 365;

/**
 * Whole days of statutory annual leave of one year (条例 art. 3, 办法 arts. 3–5, 12). A person employed, and past
 * the twelve months, for all of the year in one tier has its days in full. Otherwise the days of each tier
 * count by calendar days ÷ 365, summed and rounded down: joiners by the days that remain, leavers by those
 * until they leave, and a tier reached within the year from its day on.
 */
export function annualEntitlement(rule: ServiceRule, service: Service, year: number): Entitlement {
  const first = `${year}-01-01` as Day;
  const last = `${year}-12-31` as Day;
  const since = service.workingSince ?? service.hiredOn;
  const from = latest(first, service.hiredOn, addMonthsTo(since, rule.waitingMonths));
  const to = service.leftOn !== null && service.leftOn < last ? service.leftOn : last;
  if (from > to) return { days: 0, usableFrom: null, stretches: [] };
  const stretches = stretchesOf(rule, since, from, to);
  const [only, ...more] = stretches;
  const whole = from === first && to === last && more.length === 0;
  const days = whole && only ? only.entitlement : Math.floor(partOf(stretches));
  return { days, usableFrom: from, stretches };
}

export interface LeaverAnnual {
  readonly entitlement: number;
  readonly taken: number;
  /** Whole days to be paid out; days taken beyond the share are not claimed back. */
  readonly unused: number;
}

/**
 * What a leaver is paid out for (办法 art. 12): floor(elapsed days ÷ 365 × entitlement − days taken), not less
 * than 0. `taken` in days, halves possible.
 */
export function leaverAnnual(rule: ServiceRule, service: Service, lastDay: Day, taken: number): LeaverAnnual {
  const year = Number(lastDay.slice(0, 4));
  const { stretches, days } = annualEntitlement(rule, { ...service, leftOn: lastDay }, year);
  const wholeYear = lastDay.endsWith('-12-31');
  const share = wholeYear ? days : partOf(stretches);
  return { entitlement: days, taken, unused: Math.max(0, Math.floor(exact(share - taken))) };
}

/** Days of a whole year in the tier of `years` full years of service. */
function tierDays(rule: ServiceRule, years: number): number {
  return rule.tiers.reduce((days, tier) => (tier.years <= years ? tier.days : days), 0);
}

function partOf(stretches: readonly TierStretch[]): number {
  const products = stretches.reduce(
    (sum, { calendarDays, entitlement }) => sum + calendarDays * entitlement,
    0,
  );
  const most = Math.max(0, ...stretches.map(({ entitlement }) => entitlement));
  return Math.min(products / YEAR, most);
}

/** Cuts `from` … `to` where a tier is reached. */
function stretchesOf(rule: ServiceRule, since: Day, from: Day, to: Day): TierStretch[] {
  const reached = rule.tiers
    .map(({ years }) => addYearsTo(since, years))
    .filter((day) => from < day && day <= to);
  const starts = [...new Set([from, ...reached])].sort();
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const end = next ? addDays(next, -1) : to;
    const years = fullYears(since, end);
    return {
      from: start,
      to: end,
      calendarDays: calendarDays(start, end),
      years,
      entitlement: tierDays(rule, fullYears(since, start)),
    };
  });
}

const latest = (first: Day, ...days: Day[]): Day => [first, ...days].sort().at(-1) ?? first;

/** Removes what binary fractions add, so that 2.0 is not rounded down to 1. */
const exact = (value: number): number => Math.round(value * 1e9) / 1e9;
