import type { Day } from '#contracts/common';
import { addMonthsTo, addYearsTo, countCalendarDays, fullYears } from '../../shared/calendar/anniversary';
import { addDays } from '../../shared/calendar/company-time';
import type { GrantRule } from './leave-type';

type ServiceRule = Extract<GrantRule, { by: 'service' }>;

export interface Service {
  readonly hiredOn: Day;
  readonly leftOn: Day | null;
  /** First day of the person's first employment ever; if unknown, `hiredOn` is used. */
  readonly workingSince: Day | null;
}

/** A period of the year within one tier. */
export interface TierPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly calendarDays: number;
  /** Completed years of service at the end of the period, and the tier's days per full year. */
  readonly years: number;
  readonly entitlement: number;
}

export interface Entitlement {
  readonly days: number;
  /** First day of use; null if there is none this year. */
  readonly usableFrom: Day | null;
  readonly periods: readonly TierPeriod[];
}

/** Also in leap years, as the law states. */
const DAYS_PER_YEAR = 365;

/**
 * Statutory annual leave of one year in whole days (条例 art. 3, 办法 arts. 3–5, 12). A person who is employed and
 * past the twelve-month waiting period all year, within one tier, gets that tier's days in full. Otherwise the
 * days are pro rata: the days of each tier × calendar days ÷ 365, summed and rounded down. This applies to
 * joiners (remaining days), leavers (days until they leave) and a tier reached within the year (from that day
 * on).
 */
export function annualEntitlement(rule: ServiceRule, service: Service, year: number): Entitlement {
  const first = `${year}-01-01` as Day;
  const last = `${year}-12-31` as Day;
  const since = service.workingSince ?? service.hiredOn;
  const from = latest(first, service.hiredOn, addMonthsTo(since, rule.waitingMonths));
  const to = service.leftOn !== null && service.leftOn < last ? service.leftOn : last;
  if (from > to) return { days: 0, usableFrom: null, periods: [] };
  const periods = tierPeriods(rule, since, from, to);
  const [only, ...more] = periods;
  const whole = from === first && to === last && more.length === 0;
  const days = whole && only ? only.entitlement : Math.floor(proRataDays(periods));
  return { days, usableFrom: from, periods: periods };
}

export interface LeaverAnnual {
  readonly entitlement: number;
  readonly taken: number;
  /** Whole days to be paid out; days taken beyond the entitlement are not reclaimed. */
  readonly unused: number;
}

/**
 * Unused annual leave to be paid out to a leaver (办法 art. 12): floor(elapsed days ÷ 365 × entitlement − days
 * taken), at least 0. `taken` in days, possibly half days.
 */
export function leaverAnnual(rule: ServiceRule, service: Service, lastDay: Day, taken: number): LeaverAnnual {
  const year = Number(lastDay.slice(0, 4));
  const { periods, days } = annualEntitlement(rule, { ...service, leftOn: lastDay }, year);
  const wholeYear = lastDay.endsWith('-12-31');
  const share = wholeYear ? days : proRataDays(periods);
  return { entitlement: days, taken, unused: Math.max(0, Math.floor(withoutFloatError(share - taken))) };
}

/** Days per full year for `years` completed years of service. */
function tierDays(rule: ServiceRule, years: number): number {
  return rule.tiers.reduce((days, tier) => (tier.years <= years ? tier.days : days), 0);
}

function proRataDays(periods: readonly TierPeriod[]): number {
  const products = periods.reduce(
    (sum, { calendarDays, entitlement }) => sum + calendarDays * entitlement,
    0,
  );
  const maxEntitlement = Math.max(0, ...periods.map(({ entitlement }) => entitlement));
  return Math.min(products / DAYS_PER_YEAR, maxEntitlement);
}

/** Splits `from` … `to` at the days on which a tier is reached. */
function tierPeriods(rule: ServiceRule, since: Day, from: Day, to: Day): TierPeriod[] {
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
      calendarDays: countCalendarDays(start, end),
      years,
      entitlement: tierDays(rule, fullYears(since, start)),
    };
  });
}

const latest = (first: Day, ...days: Day[]): Day => [first, ...days].sort().at(-1) ?? first;

/** Removes binary rounding errors, so that 2.0 is not rounded down to 1. */
const withoutFloatError = (value: number): number => Math.round(value * 1e9) / 1e9;
