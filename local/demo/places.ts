import { CITY_SITES, SITES } from './company';
import type { PanelPerson } from './people';

/** A place preset of the preview's phone. */
export interface PanelPlace {
  readonly id: 'inside' | 'edge' | 'outside';
  readonly label: string;
  /** Degrees, gcj02. */
  readonly latitude: number;
  readonly longitude: number;
  /** Radius of the fix in metres. */
  readonly accuracy: number;
}

/** Metres per degree of latitude. */
const METRES_PER_DEGREE = 111_195;

/**
 * Places inside, at the edge of and outside the person's first site; an unbound user gets those of the main person.
 */
export function places(person: Pick<PanelPerson, 'city'> | undefined): PanelPlace[] {
  const siteId = CITY_SITES[person?.city ?? 'shanghai'][0];
  const site = SITES.find(({ id }) => id === siteId);
  if (!site) throw new Error(`There is no site ${siteId}.`);
  const name = site.name['zh-CN'];
  const north = (metres: number): Pick<PanelPlace, 'latitude' | 'longitude'> => ({
    latitude: Number((site.latitude + metres / METRES_PER_DEGREE).toFixed(6)),
    longitude: site.longitude,
  });
  return [
    { id: 'inside', label: `${name}门口`, ...north(40), accuracy: 12 },
    { id: 'edge', label: `${name}围栏边缘`, ...north(site.radius + 15), accuracy: 30 },
    { id: 'outside', label: `${name}外 1.5 公里`, ...north(1_500), accuracy: 15 },
  ];
}
