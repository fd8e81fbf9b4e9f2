import type { Day } from '#contracts/common';
import type { LeaveRule, LeaveType } from './leave-type';
import { regionsOf } from './packs/regions';

/** The rule of a type that holds in a city on a day: the closest region first, then the latest; null for none. */
export function ruleOn(type: LeaveType, city: string, day: Day): LeaveRule | null {
  for (const region of regionsOf(city)) {
    const begun = type.rules.filter((rule) => rule.region === region && rule.from <= day);
    const [first, ...rest] = begun;
    if (first) return rest.reduce((last, next) => (next.from > last.from ? next : last), first);
  }
  return null;
}

/** Percent of the usual pay after `years` full years with the company. */
export const paidShareOf = (rule: LeaveRule, years: number): number => shareOf(rule.paidShares, years);

/** The same once it has lasted long: the usual share where the rule knows no other. */
export const longShareOf = (rule: LeaveRule, years: number): number =>
  shareOf(rule.longPay?.shares ?? rule.paidShares, years);

const shareOf = (tiers: LeaveRule['paidShares'], years: number): number =>
  tiers.reduce((share, tier) => (tier.years <= years ? tier.share : share), 0);

/** The company's documents over the shipped pack: one with the same id replaces the shipped type as a whole. */
export function mergedTypes(pack: readonly LeaveType[], own: readonly LeaveType[]): LeaveType[] {
  const byId = new Map([...pack, ...own].map((type) => [type._id, type]));
  return [...byId.values()];
}
