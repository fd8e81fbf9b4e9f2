import type { Day, Exact } from '#contracts/common';
import type { InsuranceCity } from '#contracts/insurance';
import type { Fen, PayStep, SickPaid } from '#contracts/pay';
import {
  by,
  compared,
  decimal,
  exactText,
  fromExact,
  plus,
  type Ratio,
  ratio,
  times,
} from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { MINIMUM_WAGES, type MinimumWage } from './packs/minimum-wages';
import { SICK_PAY, type SickPayRule, type SickTier } from './packs/sick-pay';
import { versionOn, warningsOf, withoutRepeats } from './version-on';

/** Paid days of an average month, 人社部发〔2025〕2号. */
const MONTH_DAYS = decimal(21.75);
const HUNDRED = ratio(100);

export interface SickQuestion {
  readonly city: InsuranceCity;
  /**
   * Sick workdays in order, with the part of each: a rule can end in the middle of an illness. `isLong`: the illness has
   * lasted over half a year by that day.
   */
  readonly days: readonly { readonly day: Day; readonly part: Exact; readonly isLong?: boolean }[];
  /** The usual pay of a full month. */
  readonly wage: Fen;
  /** Full months with the employer when the illness began. */
  readonly serviceMonths: number;
  /** Of the contract, where the law has a floor alone; null: the floor is paid. */
  readonly contractPercent: number | null;
}

/** Days of one rule and one minimum wage, before or after half a year. */
interface Stretch {
  readonly first: Day;
  readonly days: Ratio;
  readonly law: SickPayRule;
  readonly minimum: MinimumWage;
  readonly isLong: boolean;
}

/**
 * What is paid for sick days: the share that law or contract names of the usual pay for a day (month / 21.75), at least
 * 80 % of the minimum wage for a day, and never more than the usual pay. Rounded once for all days under one rule.
 * @throws AppError PAY_RULE_MISSING
 */
export function sickPay(question: SickQuestion): SickPaid {
  const stretches = stretchesOf(question);
  const parts = stretches.map((stretch) => stepOf(stretch, question));
  const warnings = stretches.flatMap(({ law, minimum, first }) => [
    ...warningsOf(law.rule, first),
    ...warningsOf(minimum.rule, first),
  ]);
  const amount = parts.reduce((sum, part) => sum + part.amount, 0) as Fen;
  return {
    paid: { id: 'sickPay', amount, formula: null, inputs: [], rule: null, parts },
    warnings: withoutRepeats(warnings),
  };
}

/** At least paid for a full month of sickness: 80 % of the minimum wage. */
export function sickFloor(city: InsuranceCity, day: Day): Fen {
  const minimum = versionOn(MINIMUM_WAGES[city], day, `cn.${city}.minimumWage`);
  const law = versionOn(SICK_PAY[city], day, `cn.${city}.sickPay`);
  return toFen(floorOf(law, minimum));
}

function stretchesOf({ city, days }: SickQuestion): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { day, part, isLong = false } of days) {
    const law = versionOn(SICK_PAY[city], day, `cn.${city}.sickPay`);
    const minimum = versionOn(MINIMUM_WAGES[city], day, `cn.${city}.minimumWage`);
    const last = stretches.at(-1);
    if (last?.law === law && last.minimum === minimum && last.isLong === isLong)
      stretches[stretches.length - 1] = { ...last, days: plus(last.days, fromExact(part)) };
    else stretches.push({ first: day, days: fromExact(part), law, minimum, isLong });
  }
  return stretches;
}

function stepOf({ first, days, law, minimum, isLong }: Stretch, question: SickQuestion): PayStep {
  const percent = percentOf(law, isLong, question);
  const usual = perDay(ratio(question.wage));
  const share = by(times(usual, decimal(percent ?? 0)), HUNDRED);
  const floor = perDay(floorOf(law, minimum));
  const isFloor = compared(share, floor) < 0;
  const daily = lesser(isFloor ? floor : share, usual);
  return {
    id: first,
    amount: toFen(times(daily, days)),
    formula: isFloor ? 'sickPay.floor' : 'sickPay.share',
    inputs: [
      { name: 'wage', kind: 'money', value: question.wage },
      { name: 'sickDays', kind: 'days', value: exactText(days) },
      { name: 'sickPercent', kind: 'percent', value: exactText(decimal(percent ?? 0)) },
      { name: 'minimumWage', kind: 'money', value: minimum.month },
      { name: 'floorPercent', kind: 'percent', value: exactText(ratio(law.floorPercent)) },
    ],
    rule: law.rule,
    parts: [],
  };
}

/** The share that the law names, or the contract where it names none or less. */
function percentOf(
  { tiers, longTiers }: SickPayRule,
  isLong: boolean,
  { serviceMonths, contractPercent }: SickQuestion,
): number | null {
  const law = tierOf((isLong ? longTiers : null) ?? tiers, serviceMonths);
  return law === null ? contractPercent : Math.max(law, contractPercent ?? 0);
}

const tierOf = (tiers: readonly SickTier[] | null, serviceMonths: number): number | null =>
  tiers?.findLast(({ months }) => months <= serviceMonths)?.percent ?? null;

const floorOf = (law: SickPayRule, { month }: MinimumWage): Ratio =>
  by(times(ratio(month), ratio(law.floorPercent)), HUNDRED);

const perDay = (monthly: Ratio): Ratio => by(monthly, MONTH_DAYS);
const lesser = (a: Ratio, b: Ratio): Ratio => (compared(a, b) < 0 ? a : b);
