import type { InsuranceCity } from '#contracts/insurance';
import type { InsuranceSettings } from '#contracts/insurance-records';
import { collection } from '../../shared/data/collection';
import { day, figure, listOfObjects, maybe, month } from '../../shared/faults/checks';
import type { Change } from '../../shared/history/history';
import type { Setter } from '../../shared/history/setters';

/** A document of `insurance_profiles`; `_id` is the city. */
export interface StoredProfile extends InsuranceSettings {
  readonly _id: InsuranceCity;
  readonly version: number;
  readonly history?: readonly Change[];
  readonly setBy?: readonly Setter[];
}

const profiles = collection<StoredProfile>('insurance_profiles', {
  version: figure,
  choices: listOfObjects({ from: month }),
  limits: listOfObjects({ from: day, floor: figure, cap: figure }),
  rates: listOfObjects({ from: day }),
  averages: maybe(listOfObjects({ year: figure, month: figure, publishedOn: day })),
});

export const findProfile = (city: InsuranceCity): Promise<StoredProfile | null> => profiles.byId(city);

/** Of these cities, those that have one. */
export const findProfiles = (cities: readonly InsuranceCity[]): Promise<StoredProfile[]> =>
  profiles.byIds(cities);

/** @returns whether it was saved; false if the stored version is not the expected one */
export async function putProfile(
  { _id, ...profile }: StoredProfile,
  expectedVersion: number,
): Promise<boolean> {
  if (expectedVersion === 0) return (await profiles.add({ ...profile, _id })) === 'added';
  const changed = await profiles.updateWhere(
    () => ({ _id, version: expectedVersion }),
    () => ({ ...profile }),
  );
  return changed === 1;
}
