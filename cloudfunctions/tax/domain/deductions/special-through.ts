import type { Day, Month } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import type { DeclaredDeduction } from '#contracts/tax';
import { DEDUCTIONS, type DeductionRates } from '../packs/deductions';
import { citing, ruleOn, type TaxRule } from '../rule';
import { money, months, step, sumStep } from '../steps';
import { countedFrom, countedUntil, monthlyAmount } from './monthly-amount';

/** A deduction that counts in a month, with its amount then. */
export interface CountedDeduction {
  readonly entry: DeclaredDeduction;
  readonly amount: Fen;
}

/** Which of the accepted deductions count in a month. A certificate counts once, in its first month. */
export function deductionsInMonth(
  entries: readonly DeclaredDeduction[],
  month: Month,
): readonly CountedDeduction[] {
  const { value } = rulesOf(month);
  return entries
    .filter((entry) => isCounted(entry, month, value))
    .filter((entry) => entry.detail.kind !== 'certificate' || countedFrom(entry) === month)
    .map((entry) => ({ entry, amount: monthlyAmount(entry.detail, value) }));
}

/**
 * 累计专项附加扣除: of the months of employment here in the tax year. What is declared later counts for all of its months
 * at once (补充扣除), as the sum is made anew in each month.
 * @param counted the months, ascending, up to that of the payment; see `countedMonths`
 */
export function specialThrough(entries: readonly DeclaredDeduction[], counted: readonly Month[]): PayStep {
  return sumStep(
    'special',
    entries.flatMap((entry) => entryStep(entry, counted)),
  );
}

function entryStep(entry: DeclaredDeduction, counted: readonly Month[]): PayStep[] {
  const last = counted.at(-1);
  if (last === undefined) return [];
  const rule = rulesOf(last);
  const count = countOf(entry, counted, last, rule.value);
  if (count === 0) return [];
  const monthly = monthlyAmount(entry.detail, rule.value);
  return [
    step(`special.${entry.id}`, (monthly * count) as Fen, 'tax.special.months', {
      name: DEDUCTION_NAMES[entry.detail.kind],
      inputs: [months('tax.special.count', count), money('tax.special.monthly', monthly)],
      rule: citing(rule),
    }),
  ];
}

/** In how many of the months it counts. A certificate counts once, whenever in its year the person came. */
function countOf(
  entry: DeclaredDeduction,
  counted: readonly Month[],
  last: Month,
  rates: DeductionRates,
): number {
  if (entry.detail.kind === 'certificate') return isCounted(entry, last, rates) ? 1 : 0;
  return counted.filter((month) => isCounted(entry, month, rates)).length;
}

const isCounted = (entry: DeclaredDeduction, month: Month, rates: DeductionRates): boolean =>
  countedFrom(entry) <= month && month <= countedUntil(entry, rates);

/** Amounts have changed at the beginning of a year only, so that one version holds in all months of a year. */
const rulesOf = (month: Month): TaxRule<DeductionRates> => ruleOn(DEDUCTIONS, `${month}-01` as Day);

/** Names of declared deductions, which lines of a slip are named by. */
export const DEDUCTION_NAMES = {
  child: { 'zh-CN': '子女教育', en: "Children's education" },
  infant: { 'zh-CN': '3岁以下婴幼儿照护', en: 'Care of children under 3' },
  degree: { 'zh-CN': '学历（学位）继续教育', en: 'Study for a degree' },
  certificate: { 'zh-CN': '职业资格继续教育', en: 'Professional certificate' },
  mortgage: { 'zh-CN': '住房贷款利息', en: 'Mortgage interest' },
  rent: { 'zh-CN': '住房租金', en: 'Rent' },
  elder: { 'zh-CN': '赡养老人', en: 'Support of elders' },
} as const;
