import type { Exact, LocalText } from '#contracts/common';
import type { Fen, PayInput, PayStep } from '#contracts/pay';
import type { ProrationMethod } from '#contracts/pay-item';
import { by, compared, exactText, minus, plus, type Ratio, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { PAID_DAYS, PAID_DAYS_RULE } from './packs/paid-days';

/** Paid days of the month under one wage. */
export interface WagePart {
  readonly wage: Fen;
  readonly days: number;
}

export interface WageOfMonth {
  readonly method: ProrationMethod;
  /** Days that a full month pays: workdays, and statutory days from Monday to Friday. */
  readonly dueDays: number;
  /** Ascending, each with at least one day. */
  readonly parts: readonly WagePart[];
}

const ZERO = ratio(0);

/** As the salary says it, for the slip. */
const METHODS: Readonly<Record<ProrationMethod, LocalText>> = {
  '21.75': { 'zh-CN': '按 21.75 天扣', en: '1/21.75 off for each missing day' },
  workdays: { 'zh-CN': '按当月工作日', en: "by the month's workdays" },
};

/**
 * The wage of a month in which somebody may join, leave, or get another wage. A full month is paid in full, whatever the
 * number of its days; multiplied first and rounded once.
 * `workdays`: wage x employed days / due days. `21.75`: the missing days are taken off the wage, each at wage / 21.75, or
 * wage / due days in a month that has more of them, so that the part never falls below zero or what the days are worth.
 */
export function prorateWage({ method, dueDays, parts }: WageOfMonth): PayStep {
  const employed = parts.reduce((sum, { days }) => sum + days, 0);
  const isWhole = employed === dueDays;
  const wages = new Set(parts.map(({ wage }) => wage));
  // The mean over the employed days: with one wage it is that wage.
  const mean = employed === 0 ? ZERO : by(sumOf(parts), ratio(employed));
  const share = isWhole ? ratio(1) : shareOf(method, dueDays, employed);
  const formula = formulaOf(isWhole, wages.size > 1, method, dueDays);
  return {
    id: 'wage',
    amount: toFen(times(mean, share)),
    formula,
    inputs: [
      ...parts.flatMap(({ wage, days }): PayInput[] => [
        { name: 'wage', kind: 'money', value: wage },
        ...(wages.size > 1 ? [daysInput('days_with_wage', ratio(days))] : []),
      ]),
      ...(isWhole && wages.size <= 1
        ? []
        : [daysInput('employed_days', ratio(employed)), daysInput('due_days', ratio(dueDays))]),
      ...(method === '21.75' && !isWhole ? [daysInput('paid_days', dayDivisor(dueDays))] : []),
      ...(isWhole ? [] : [{ name: 'proration_method', kind: 'text', value: METHODS[method] } as const]),
    ],
    rule: method === '21.75' && !isWhole ? PAID_DAYS_RULE : null,
    parts: [],
  };
}

const sumOf = (parts: readonly WagePart[]): Ratio =>
  parts.reduce((sum, { wage, days }) => plus(sum, ratio(wage * days)), ZERO);

function shareOf(method: ProrationMethod, dueDays: number, employed: number): Ratio {
  if (employed === 0) return ZERO;
  if (method === 'workdays') return ratio(employed, dueDays);
  return minus(ratio(1), by(ratio(dueDays - employed), dayDivisor(dueDays)));
}

/** 21.75, or the days of the month where there are more. */
const dayDivisor = (dueDays: number): Ratio => (isLong(dueDays) ? ratio(dueDays) : PAID_DAYS);

function formulaOf(isWhole: boolean, hasChanged: boolean, method: ProrationMethod, dueDays: number): string {
  if (isWhole) return hasChanged ? 'wage.changed' : 'wage.full';
  if (method === 'workdays') return 'wage.by_workdays';
  return isLong(dueDays) ? 'wage.less_days_long' : 'wage.less_days';
}

/** With more days than 21.75 a day at wage / 21.75 would take more than the wage. */
const isLong = (dueDays: number): boolean => compared(ratio(dueDays), PAID_DAYS) > 0;

const daysInput = (name: string, days: Ratio): PayInput => ({
  name,
  kind: 'days',
  value: exactText(days) as Exact,
});
