import type { Month } from '#contracts/common';
import type { InsuranceSettings } from '#contracts/insurance-records';
import { monthOf } from '../../shared/calendar/company-time';
import { changedKeys } from '../../shared/history/changed-keys';

/** The months from which contributions may be others by a change of what a company has entered of a city, the first one first. */
export function changedFrom(before: InsuranceSettings, now: InsuranceSettings): readonly Month[] {
  const months = [
    ...changedIn(before.choices, now.choices).map(({ from }) => from),
    ...changedIn(before.limits, now.limits).map(({ from }) => monthOf(from)),
    ...changedIn(before.rates, now.rates).map(({ from }) => monthOf(from)),
    ...changedIn(before.averages ?? [], now.averages ?? []).map(({ publishedOn }) => monthOf(publishedOn)),
  ];
  return [...new Set(months)].sort();
}

/** Those that are in one of the lists alone. */
const changedIn = <Entry extends object>(before: readonly Entry[], now: readonly Entry[]): Entry[] => {
  const isIn = (list: readonly Entry[], entry: Entry) =>
    list.some((each) => changedKeys(each, entry).length === 0);
  return [...before.filter((each) => !isIn(now, each)), ...now.filter((each) => !isIn(before, each))];
};
