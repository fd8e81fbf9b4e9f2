import type { Month } from '#contracts/common';
import type { InsuranceCity } from '#contracts/insurance';
import type { InsuranceProfile } from '#contracts/insurance-records';
import { dayOf, monthOf } from '../../shared/calendar/company-time';
import { changeEntries } from '../../shared/history/history';
import type { StoredProfile } from '../data/profiles';
import { choiceOn } from '../domain/choice-on';
import { withOwnRules } from '../domain/own-rules';
import { CITY_PACKS } from '../domain/packs/china';
import { rulesInForce } from '../domain/rules-in-force';
import { usualChoice } from '../domain/usual-choice';

/** What HR sees of a city: what was entered, what holds today, and who changed it. */
export function profileView(
  city: InsuranceCity,
  stored: StoredProfile | null,
  now: number,
): InsuranceProfile {
  const { choices = [], limits = [], rates = [], version = 0 } = stored ?? {};
  const month: Month = monthOf(dayOf(now));
  const pack = withOwnRules(CITY_PACKS[city], { limits, rates });
  const choice = choiceOn(choices, month) ?? usualChoice(city, month);
  return {
    ...{ city, version, choices, limits, rates },
    inForce: rulesInForce(pack, choice, dayOf(now)),
    history: changeEntries(stored?.history),
  };
}
