import type { Instant, Month } from '#contracts/common';
import type { Bases, InsuranceChoice } from '#contracts/insurance';
import type { InsuranceSettings } from '#contracts/insurance-records';
import type { Change } from '../../shared/history/history';
import { findBases } from '../data/bases';
import { findProfiles } from '../data/profiles';
import { choiceOn } from '../domain/choice-on';
import type { CityPack } from '../domain/city-pack';
import { basesOf, declaredOn } from '../domain/declared-bases';
import { withOwnPercents } from '../domain/own-percents';
import { withOwnRules } from '../domain/own-rules';
import { CITY_PACKS, isInsuranceCity } from '../domain/packs/china';
import { usualChoice } from '../domain/usual-choice';

/** What `contributionsOf` needs of a person; every month of the pack can be worked out with it. */
export interface InsuranceOf {
  readonly pack: CityPack;
  readonly choice: InsuranceChoice;
  readonly bases: Bases;
  /** Who has changed it, and when: bases that hold in the month, and what the company has entered of the city. */
  readonly changes: readonly InsuranceChange[];
}

export interface InsuranceChange {
  readonly at: Instant;
  /** An employee number. */
  readonly by: string;
  /** The months from which it holds, which may be later ones than the one of the change; none in histories from before they were kept. */
  readonly months: readonly Month[];
}

const NOTHING: InsuranceSettings = { choices: [], limits: [], rates: [] };

/**
 * What insurance knows of at most 1,000 people in each of these months, in two reads. Absent: nobody has entered a base
 * that holds in the month, or no rules are shipped for the person's city.
 */
export async function findInsuranceOf(
  people: readonly { readonly id: string; readonly city: string }[],
  months: readonly Month[],
): Promise<ReadonlyMap<Month, ReadonlyMap<string, InsuranceOf>>> {
  const cities = [...new Set(people.map(({ city }) => city))].filter(isInsuranceCity);
  const [profiles, bases] = await Promise.all([
    cities.length > 0 ? findProfiles(cities) : [],
    findBases(people.map(({ id }) => id)),
  ]);
  const stored = new Map(profiles.map((profile) => [profile._id, profile]));
  // Worked out once for a city, not for each of its people and months.
  const packs = new Map(
    cities.map((city) => {
      const settings = stored.get(city) ?? NOTHING;
      return [city as string, { settings, pack: withOwnRules(CITY_PACKS[city], settings) }] as const;
    }),
  );
  const cityChanges = new Map(
    profiles.map(
      ({ _id, history = [] }) =>
        [_id as string, history.map((each) => changeOf(each, each.months ?? []))] as const,
    ),
  );
  return new Map(
    months.map((month) => {
      const choices = new Map(
        [...packs].map(([city, { settings, pack }]) => [
          city,
          choiceOn(settings.choices, month) ?? usualChoice(pack.city, month),
        ]),
      );
      const known = people.flatMap(({ id, city }): [string, InsuranceOf][] => {
        const [pack, choice] = [packs.get(city)?.pack, choices.get(city)];
        const own = bases.get(id);
        const declared = declaredOn(own?.list ?? [], month);
        if (!pack || !choice || !declared) return [];
        const changes = [...baseChanges(own?.history ?? [], month), ...(cityChanges.get(city) ?? [])];
        return [[id, { pack, choice: withOwnPercents(choice, declared), bases: basesOf(declared), changes }]];
      });
      return [month, new Map(known)];
    }),
  );
}

/** A change of bases names the month from which they hold. */
const baseChanges = (history: readonly Change[], month: Month): InsuranceChange[] =>
  history
    .filter(({ what: [from = ''] }) => from <= month)
    .map((each) => changeOf(each, each.what as readonly Month[]));

const changeOf = ({ at, byId }: Change, months: readonly Month[]): InsuranceChange => ({
  at,
  by: byId,
  months,
});
