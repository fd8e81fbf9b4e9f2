import type { BonusAnswer, BonusRule } from '#contracts/appraisal';
import type { Day, LocalText } from '#contracts/common';
import { AppError } from '../../shared/errors/app-error';
import { isDecimal } from '../../shared/figures/ratio';
import { ensureBonus as ensure } from './ensure';

const MOST_RULES = 100;
/** Of the monthly wage: a full wage more. A rate above it that was stored before the bound stays as it is. */
const MOST_PERCENT = 100;
const HUNDREDTHS = 100;

/** As a company begins: A 15 %, B 10 %, C nothing, D nothing and a plan. */
export const shippedBonus = (from: Day, source: LocalText): BonusRule => ({
  from,
  to: null,
  rates: [
    { grade: 'A', percent: 15, opensPlan: false },
    { grade: 'B', percent: 10, opensPlan: false },
    { grade: 'C', percent: 0, opensPlan: false },
    { grade: 'D', percent: 0, opensPlan: true },
  ],
  source,
});

/**
 * Checks that there is a rule, one at most holds on each day, and each names a grade once.
 * @param stored rules as they were
 * @throws AppError BONUS_RULE_INVALID with the field
 */
export function checkBonusRules(rules: readonly BonusRule[], stored: readonly BonusRule[] = []): void {
  ensure(rules.length > 0, 'rules', 'no-rule');
  ensure(rules.length <= MOST_RULES, 'rules', 'too-many');
  rules.forEach(({ from, to, rates }, index) => {
    const path = `rules.${index}`;
    ensure(to === null || from <= to, `${path}.to`, 'before-from');
    const before = rules[index - 1];
    const isAfter = !before || (before.to === null ? before.from < from : before.to < from);
    ensure(isAfter, `${path}.from`, 'overlaps');
    ensure(rates.length > 0, `${path}.rates`, 'empty');
    rates.forEach(({ grade, percent }, at) => {
      const isFirst = rates.findIndex((each) => each.grade === grade) === at;
      ensure(isFirst, `${path}.rates.${at}.grade`, 'twice');
      const isPercent =
        isDecimal(percent) &&
        percent >= 0 &&
        (percent <= MOST_PERCENT || isStored(stored, from, { grade, percent }));
      ensure(isPercent, `${path}.rates.${at}.percent`, 'out-of-range');
      const isWhole = Math.round(percent * HUNDREDTHS) / HUNDREDTHS === percent;
      ensure(isWhole, `${path}.rates.${at}.percent`, 'two-decimals');
    });
  });
}

/**
 * Checks that a scheme has each grade: another one is worth nothing to anybody, and is mistyped.
 * @param stored rules as they were, whose grades stay although the scheme is gone
 * @throws AppError BONUS_RULE_INVALID with the field
 */
export function checkGrades(
  rules: readonly BonusRule[],
  known: ReadonlySet<string>,
  stored: readonly BonusRule[] = [],
): void {
  const kept = new Set(stored.flatMap(({ rates }) => rates.map(({ grade }) => grade)));
  rules.forEach(({ rates }, index) => {
    rates.forEach(({ grade }, at) => {
      const isKnown = known.has(grade) || kept.has(grade);
      if (isKnown) return;
      const path = `rules.${index}.rates.${at}.grade`;
      throw new AppError('BONUS_RULE_INVALID', { path, rule: 'unknown-grade', grade });
    });
  });
}

const isStored = (
  stored: readonly BonusRule[],
  from: Day,
  { grade, percent }: Pick<BonusRule['rates'][number], 'grade' | 'percent'>,
): boolean =>
  stored.some(
    (rule) =>
      rule.from === from && rule.rates.some((rate) => rate.grade === grade && rate.percent === percent),
  );

/**
 * What a grade is worth on a day, by the rule that holds then. A day before the first rule, after the end of the last
 * one or between two of them says so: no rate is taken from another time.
 * @param rules checked by `checkBonusRules`, ascending
 */
export function bonusRate(rules: readonly BonusRule[], day: Day, grade: string): BonusAnswer {
  const rule = rules.findLast(({ from }) => from <= day);
  if (!rule) return { state: 'before', first: rules[0]?.from ?? null };
  if (rule.to !== null && day > rule.to) return { state: 'ended', last: rule.to };
  const rate = rule.rates.find((each) => each.grade === grade);
  if (!rate) return { state: 'unknown-grade', grade };
  return { state: 'known', rate, rule: { from: rule.from, source: rule.source } };
}
