import type { Day } from '#contracts/common';
import type { LeaveRule, LeaveType } from './leave-type';
import { regionsOf } from './packs/regions';

/**
 * The rule of a type that applies in a city on a day: the most specific region, then the latest rule; null if
 * there is none.
 */
export function ruleOn(type: LeaveType, city: string, day: Day): LeaveRule | null {
  for (const region of regionsOf(city)) {
    const begun = type.rules.filter((rule) => rule.region === region && rule.from <= day);
    const [first, ...rest] = begun;
    if (first) return rest.reduce((last, next) => (next.from > last.from ? next : last), first);
  }
  return null;
}

/** Percentage of normal pay after `years` completed years of service. */
export const paidShareOf = (rule: LeaveRule, years: number): number => shareOf(rule.paidShares, years);

/** The percentage for extended leave; the normal one if the rule has no other. */
export const longShareOf = (rule: LeaveRule, years: number): number =>
  shareOf(rule.longPay?.shares ?? rule.paidShares, years);

const shareOf = (tiers: LeaveRule['paidShares'], years: number): number =>
  tiers.reduce((share, tier) => (tier.years <= years ? tier.share : share), 0);

/**
 * The company's types merged over the shipped ones; a company type replaces the shipped type with the same id
 * entirely.
 */
export function mergedTypes(pack: readonly LeaveType[], own: readonly LeaveType[]): LeaveType[] {
  const byId = new Map([...pack, ...own].map((type) => [type._id, type]));
  return [...byId.values()];
}
