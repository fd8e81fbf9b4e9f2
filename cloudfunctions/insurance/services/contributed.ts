import type { Month } from '#contracts/common';
import type { InsuranceCity } from '#contracts/insurance';
import type { DeclaredBase, InsuranceSettings } from '#contracts/insurance-records';
import type { Contributed } from '#contracts/pay';
import { choiceOn } from '../domain/choice-on';
import { contributionsOf } from '../domain/contributions-of';
import { basesOf, declaredOn } from '../domain/declared-bases';
import { withOwnPercents } from '../domain/own-percents';
import { withOwnRules } from '../domain/own-rules';
import { CITY_PACKS } from '../domain/packs/china';
import { usualChoice } from '../domain/usual-choice';

/** A person's contributions of a month by what the company has entered of the city and of the person. */
export function contributedIn(
  city: InsuranceCity,
  { choices, limits, rates }: InsuranceSettings,
  list: readonly DeclaredBase[],
  month: Month,
): Contributed {
  const declared = declaredOn(list, month);
  return contributionsOf({
    pack: withOwnRules(CITY_PACKS[city], { limits, rates }),
    choice: withOwnPercents(choiceOn(choices, month) ?? usualChoice(city, month), declared),
    month,
    bases: basesOf(declared),
  });
}
