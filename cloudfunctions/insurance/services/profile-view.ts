import type { Month } from '#contracts/common';
import type { InsuranceCity } from '#contracts/insurance';
import type { InsuranceProfile } from '#contracts/insurance-records';
import { dayOf, monthOf } from '../../shared/calendar/company-time';
import { changeEntries } from '../../shared/history/history';
import type { StoredProfile } from '../data/profiles';
import { choiceOn } from '../domain/choice-on';
import { localAveragesOf } from '../domain/local-average';
import { withOwnRules } from '../domain/own-rules';
import { CITY_PACKS } from '../domain/packs/china';
import { rulesInForce } from '../domain/rules-in-force';
import { usualChoice } from '../domain/usual-choice';
import { versionOn } from '../domain/version-on';

/** What HR sees of a city: what was entered, what holds today, and who changed it. */
export function profileView(
  city: InsuranceCity,
  stored: StoredProfile | null,
  now: number,
): InsuranceProfile {
  const { choices = [], limits = [], rates = [], averages = [], version = 0 } = stored ?? {};
  const month: Month = monthOf(dayOf(now));
  const pack = withOwnRules(CITY_PACKS[city], { limits, rates });
  const choice = choiceOn(choices, month) ?? usualChoice(city, month);
  const rangeOf = (kind: 'fund' | 'supplementaryFund') =>
    versionOn(pack[kind], dayOf(now), `cn.${city}.${kind}`);
  return {
    ...{ city, version, choices, limits, rates, averages },
    inForce: rulesInForce(pack, choice, dayOf(now)),
    ranges: {
      fund: rangeOf('fund'),
      supplementaryFund: pack.supplementaryFund.length > 0 ? rangeOf('supplementaryFund') : null,
    },
    knownAverages: localAveragesOf(city, dayOf(now), averages)
      .map(({ year, monthly, rule }) => ({
        ...{ year, month: monthly, rule },
        isOwn: averages.some((own) => own.year === year && own.publishedOn <= dayOf(now)),
      }))
      .reverse(),
    history: changeEntries(stored?.history),
  };
}
