import type { Day } from '#contracts/common';
import type { RuleWarning } from '#contracts/leave-type';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { GrantRule, LeaveRule, LeaveType, LossRule } from './leave-type';
import { COMPANY_DECIDES } from './packs/china';
import { longShareOf, paidShareOf, ruleOn } from './rule-on';

type Shortfall = Pick<RuleWarning, 'code' | 'data'>;

/** Enough to see what is wrong. */
const MAX_WARNINGS = 40;

/**
 * Shortfalls of a company's type against the law that the shipped type represents, by region, as of `today`,
 * each with its source. A type that no law requires has none.
 */
export function statutoryWarnings(own: LeaveType, shipped: LeaveType | undefined, today: Day): RuleWarning[] {
  if (!shipped?.enabled || COMPANY_DECIDES.has(shipped._id)) return [];
  const [first] = shipped.rules;
  if (!own.enabled) return first ? [{ code: 'LEAVE_OFF', data: {}, source: first.source }] : [];
  const regions = [...new Set(shipped.rules.map(({ region }) => region))];
  const found = regions.flatMap((region) => {
    const law = ruleOn(shipped, region, today);
    if (!law || law.region !== region) return [];
    return shortfalls(law, ruleOn(own, region, today)).map(({ code, data }) => ({
      code,
      data: { region, ...data },
      source: law.source,
    }));
  });
  return found.slice(0, MAX_WARNINGS);
}

function shortfalls(law: LeaveRule, own: LeaveRule | null): Shortfall[] {
  if (!own) return [{ code: 'LEAVE_NO_RULE', data: {} }];
  return [
    ...grantShortfalls(law.grant, own.grant),
    ...capShortfalls(law, own),
    ...payShortfalls(law, own),
    ...conditionShortfalls(law, own),
  ];
}

function grantShortfalls(law: GrantRule | null, own: GrantRule | null): Shortfall[] {
  if (law === null || own === null) return law === own || own === null ? [] : [KIND];
  if (law.by === 'service') return own.by === 'service' ? serviceShortfalls(law, own) : [KIND];
  if (law.by === 'overtime' || own.by === 'overtime') return law.by === own.by ? [] : [KIND];
  if (own.by === 'service' || own.by !== law.by) return [KIND];
  const age =
    law.by === 'child' && own.by === 'child' && own.underYears < law.underYears
      ? [shortfall('LEAVE_CHILD_AGE', { years: own.underYears, least: law.underYears })]
      : [];
  return own.minutes < law.minutes
    ? [shortfall('LEAVE_GRANT', { days: own.minutes, least: law.minutes }), ...age]
    : age;
}

const shortfall = (code: RuleWarning['code'], data: RuleWarning['data']): Shortfall => ({ code, data });
const KIND: Shortfall = { code: 'LEAVE_GRANT_KIND', data: {} };

type ServiceRule = Extract<GrantRule, { by: 'service' }>;

function serviceShortfalls(law: ServiceRule, own: ServiceRule): Shortfall[] {
  const daysAt = ({ tiers }: ServiceRule, serviceYears: number) =>
    tiers.reduce((days, tier) => (tier.years <= serviceYears ? tier.days : days), 0);
  const years = [...new Set([...law.tiers, ...own.tiers].map((tier) => tier.years))].sort((a, b) => a - b);
  const fewer = years.flatMap((serviceYears) => {
    const [days, least] = [
      daysAt(own, serviceYears) * LEAVE_DAY_MINUTES,
      daysAt(law, serviceYears) * LEAVE_DAY_MINUTES,
    ];
    return days < least ? [shortfall('LEAVE_GRANT_DAYS', { years: serviceYears, days, least })] : [];
  });
  const months = own.waitingMonths;
  return months > law.waitingMonths
    ? [...fewer, shortfall('LEAVE_WAITING', { months, least: law.waitingMonths })]
    : fewer;
}

function capShortfalls(law: LeaveRule, own: LeaveRule): Shortfall[] {
  const caps = (['mostPerRequest', 'mostPerYear'] as const).flatMap((name) => {
    const [least, days] = [law[name], own[name]];
    return least !== null && days !== null && days < least ? [shortfall('LEAVE_MOST', { days, least })] : [];
  });
  return caps.slice(0, 1);
}

function payShortfalls(law: LeaveRule, own: LeaveRule): Shortfall[] {
  const years = [...new Set([...law.paidShares, ...own.paidShares].map((tier) => tier.years))];
  const shareShortfalls = years.flatMap((serviceYears) => {
    const [share, least] = [paidShareOf(own, serviceYears), paidShareOf(law, serviceYears)];
    return share < least ? [shortfall('LEAVE_PAID_SHARE', { years: serviceYears, share, least })] : [];
  });
  return [...shareShortfalls, ...longShortfalls(law, own)];
}

/** Where extended leave is paid less than the law requires, or the reduction starts earlier. */
function longShortfalls(law: LeaveRule, own: LeaveRule): Shortfall[] {
  const tiers = own.longPay?.shares;
  if (!tiers) return [];
  const isSooner = law.longPay == null || own.longPay.afterMonths < law.longPay.afterMonths;
  const leastAt = (serviceYears: number) =>
    isSooner ? paidShareOf(law, serviceYears) : longShareOf(law, serviceYears);
  const years = [
    ...new Set([...tiers, ...law.paidShares, ...(law.longPay?.shares ?? [])].map((t) => t.years)),
  ];
  return years
    .sort((a, b) => a - b)
    .flatMap((serviceYears) => {
      const [share, least] = [longShareOf(own, serviceYears), leastAt(serviceYears)];
      return share < least ? [shortfall('LEAVE_LONG_SHARE', { years: serviceYears, share, least })] : [];
    });
}

/** Whether a company's rule forfeits days that the law does not. */
function losesMore(law: LeaveRule, own: LeaveRule): boolean {
  const [companyRule, statutoryRule] = [own.lostBy, law.lostBy];
  if (!companyRule || own.grant?.by !== 'service') return false;
  if (!statutoryRule) return true;
  const daysAt = ({ sick }: LossRule, years: number) =>
    sick.tiers.reduce(
      (days, tier) => (tier.years <= years ? tier.months * sick.monthDays : days),
      Number.POSITIVE_INFINITY,
    );
  const years = [...companyRule.sick.tiers, ...statutoryRule.sick.tiers].map((tier) => tier.years);
  const others = (types: readonly string[], known: readonly string[]) =>
    types.some((id) => !known.includes(id));
  return (
    years.some((serviceYears) => daysAt(companyRule, serviceYears) < daysAt(statutoryRule, serviceYears)) ||
    companyRule.personal.days < statutoryRule.personal.days ||
    others(companyRule.personal.types, statutoryRule.personal.types)
  );
}

/** The more days count, the sooner the leave is used up. */
const COUNTED: readonly LeaveRule['counts'][] = ['working-days', 'without-statutory', 'calendar-days'];

function conditionShortfalls(law: LeaveRule, own: LeaveRule): Shortfall[] {
  const most = (rule: LeaveRule) => (rule.carry === null ? 0 : (rule.carry.most ?? Number.POSITIVE_INFINITY));
  const checks: readonly (readonly [boolean, Shortfall])[] = [
    [
      own.waitingMonths > law.waitingMonths,
      shortfall('LEAVE_WAITING', { months: own.waitingMonths, least: law.waitingMonths }),
    ],
    [own.notInProbation && !law.notInProbation, shortfall('LEAVE_PROBATION', {})],
    [COUNTED.indexOf(own.counts) > COUNTED.indexOf(law.counts), shortfall('LEAVE_COUNTS', {})],
    [losesMore(law, own), shortfall('LEAVE_LOST', {})],
    [law.grant !== null && own.grant !== null && most(own) < most(law), shortfall('LEAVE_CARRY', {})],
  ];
  return checks.flatMap(([isShort, shortfall]) => (isShort ? [shortfall] : []));
}
