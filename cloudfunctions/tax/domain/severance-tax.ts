import type { Day } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import { AppError } from '../../shared/errors/app-error';
import { ratio } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { SEVERANCE } from './packs/separate';
import { ANNUAL } from './packs/tables';
import { citing, ruleOn } from './rule';
import { bandInputs, deducted, entered, money, numberInput, step, sumStep } from './steps';
import { bandOf, taxOn } from './tax-on';

/** The average wage of a city in a year, per month. */
export interface LocalAverage {
  readonly year: number;
  readonly monthly: Fen;
  /** Nobody knows it before. */
  readonly publishedOn: Day;
}

export interface SeverancePayment {
  /** Earlier payments for the same leaving, so that parts are taxed like the whole. */
  readonly before: { readonly amount: Fen; readonly withheld: Fen };
  readonly amount: Fen;
  readonly paidOn: Day;
  readonly averages: readonly LocalAverage[];
}

const MONTHS = 12;

/**
 * Tax on severance pay: free up to three times the yearly local average wage of the year before, as published on the day of
 * payment; the rest alone on the annual table, nothing deducted (财税〔2018〕164号 art. 5).
 * @throws AppError LOCAL_AVERAGE_MISSING if none of the last two years was published by then
 */
export function severanceTax({ before, amount, paidOn, averages }: SeverancePayment): PayStep {
  const rule = ruleOn(SEVERANCE, paidOn);
  const table = ruleOn(ANNUAL, paidOn);
  const { monthly, year } = averageKnown(averages, paidOn);
  const exempt = (monthly * MONTHS * rule.value.times) as Fen;
  const excess = Math.max(0, before.amount + amount - exempt) as Fen;
  const taxable = step('taxable', excess, 'tax.severance.excess', {
    rule: citing(rule),
    parts: [
      sumStep('severance', [entered('before', before.amount), entered('now', amount)]),
      deducted(
        step('exempt', exempt, 'tax.severance.exempt', {
          inputs: [
            numberInput('tax.severance.times', rule.value.times),
            money('tax.severance.average', monthly),
            numberInput('tax.severance.year', year),
          ],
          rule: citing(rule),
        }),
      ),
    ],
  });
  const due = toFen(taxOn(table.value, ratio(excess)));
  return step('tax.severance', Math.max(0, due - before.withheld) as Fen, 'tax.month', {
    inputs: [
      money('tax.taxable', excess),
      ...bandInputs(bandOf(table.value, ratio(excess))),
      money('tax.withheld', before.withheld),
    ],
    rule: citing(table),
    parts: [taxable],
  });
}

/** The latest average that was published by the day; one that is older than two years says nothing about it. */
function averageKnown(averages: readonly LocalAverage[], day: Day): LocalAverage {
  const thisYear = Number(day.slice(0, 4));
  const known = averages.filter(
    ({ publishedOn, year }) => publishedOn <= day && year < thisYear && year >= thisYear - 2,
  );
  const [latest] = known.sort((a, b) => b.year - a.year);
  if (!latest) throw new AppError('LOCAL_AVERAGE_MISSING', { year: thisYear - 1 });
  return latest;
}
