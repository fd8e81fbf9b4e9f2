import type { BonusRule } from '#contracts/appraisal';
import type { Day, Month } from '#contracts/common';
import { daysOfMonth, monthOf } from '../../shared/calendar/company-time';
import { changedKeys } from '../../shared/history/changed-keys';

/** Of these months, those in which some grade is worth something else by other rules: each takes the rule of its last day. */
export const changedMonths = (
  before: readonly BonusRule[],
  now: readonly BonusRule[],
  months: readonly Month[],
): readonly Month[] =>
  months.filter((month) => {
    const day = daysOfMonth(month).at(-1) as Day;
    return worthOn(before, day) !== worthOn(now, day);
  });

/** What each grade is worth on a day; one of nothing is as one that is not there. */
function worthOn(rules: readonly BonusRule[], day: Day): string {
  const rule = rules.findLast(({ from }) => from <= day);
  const isOver = !rule || (rule.to !== null && rule.to < day);
  const rates = isOver ? [] : rule.rates.filter(({ percent }) => percent > 0);
  return JSON.stringify(rates.map(({ grade, percent }) => `${grade} ${percent}`).sort());
}

/** The months in which rules begin that are in one of the lists alone. */
export function changedFrom(before: readonly BonusRule[], now: readonly BonusRule[]): readonly Month[] {
  const isIn = (list: readonly BonusRule[], rule: BonusRule) =>
    list.some((each) => changedKeys(each, rule).length === 0);
  const changed = [
    ...before.filter((each) => !isIn(now, each)),
    ...now.filter((each) => !isIn(before, each)),
  ];
  return [...new Set(changed.map(({ from }) => monthOf(from)))].sort();
}

/** Where the rule is that holds in a month; the list itself where none does. */
export function placeOfRule(rules: readonly BonusRule[], month: Month): string {
  const day = daysOfMonth(month).at(-1) as Day;
  const index = rules.findLastIndex(({ from }) => from <= day);
  return index < 0 ? 'rules' : `rules.${index}.from`;
}
