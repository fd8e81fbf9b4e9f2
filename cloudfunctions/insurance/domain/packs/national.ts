import type { ContributionRates, InjuryRates } from '#contracts/insurance';
import { rates, ruleOf, type Source } from './entry';

/** 16 % and 8 %: the same in every city shipped here, apart from a supplement in Shenzhen. */
export const pension = (city: string): ContributionRates =>
  rates(
    ruleOf(`cn.${city}.pension`, '2019-05-01', null, {
      source: '国办发〔2019〕13号（单位 16%）；国发〔2005〕38号（个人 8%）',
    }),
    16,
    8,
  );

/**
 * The stage rate of 1 % in all. Every text found ends on 2025-12-31; agencies go on with it, so it is applied with a
 * warning until HR enters a newer notice.
 */
const UNEMPLOYMENT_END = '2025-12-31';
export const unemployment = (city: string, employer: number, employee: number, source: string) =>
  rates(ruleOf(`cn.${city}.unemployment`, '2025-01-01', UNEMPLOYMENT_END, { source }), employer, employee);

/** Percent by class of risk, one to eight; a city or the class of a company may differ, so HR enters the assigned one. */
export const injury = (city: string, source: Source, classes = NATIONAL_CLASSES): InjuryRates => ({
  rule: ruleOf(`cn.${city}.injury`, '2015-10-01', null, source),
  classes,
});

/** 人社部发〔2015〕71号: the highest class, raised to one and a half times of it. */
const RAISED = 1.5;
/** Percents have four decimals at most. */
const UNIT = 10_000;

/** The highest rate that an agency can assign, by the lowest class of a city, which may stand for its others. */
export function mostInjury([lowest = 0]: readonly number[]): number {
  const [first = 1, last = 0] = [NATIONAL_CLASSES[0], NATIONAL_CLASSES.at(-1)];
  return Math.round((lowest / first) * last * RAISED * UNIT) / UNIT;
}

const NATIONAL_CLASSES: readonly number[] = [0.2, 0.4, 0.7, 0.9, 1.1, 1.3, 1.6, 1.9];
export const NATIONAL_INJURY: Source = {
  source: '人社部发〔2015〕71号（八类行业基准费率；单位实际费率以核定为准，待核实）',
  isUnverified: true,
};

/** Order 844 of the State Council keeps the floor of 5 %; 12 % is the national cap. */
export const FUND_RANGE =
  '《住房公积金管理条例》（国务院令第844号，2026-09-20 起施行）；建金管〔2005〕5号（5%–12%）';
