import type { OwnAverage } from '#contracts/insurance';
import { findProfiles } from '../data/profiles';
import { isInsuranceCity } from '../domain/packs/china';

/** The average wages that HR entered of these cities: one read, or none where no rules of them are shipped. */
export async function findAverages(
  cities: readonly string[],
): Promise<ReadonlyMap<string, readonly OwnAverage[]>> {
  const known = [...new Set(cities)].filter(isInsuranceCity);
  const profiles = known.length > 0 ? await findProfiles(known) : [];
  return new Map(profiles.map(({ _id, averages = [] }) => [_id, averages]));
}
