import type { LocationEvidence, SiteBrief } from '../../typings/contracts/attendance';
import type { Metres } from '../../typings/contracts/common';

const EARTH_RADIUS: Metres = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Metres between two points on the ground, by the haversine formula. Degrees in, both in the same datum. */
export function distanceBetween(a: Coordinates, b: Coordinates): Metres {
  const dLat = radians(b.latitude - a.latitude);
  const dLng = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Where a fix is in relation to a person's sites. `beyond`: metres still missing to the fence. */
export type Verdict =
  | { readonly kind: 'inside'; readonly site: SiteBrief; readonly distance: Metres }
  | { readonly kind: 'outside'; readonly site: SiteBrief; readonly distance: Metres; readonly beyond: Metres }
  | { readonly kind: 'imprecise' }
  | { readonly kind: 'no-site' };

/**
 * A hint for the screen, by the rule that the server decides with: inside when
 * distance − min(accuracy, tolerance) ≤ radius; a fix coarser than `maxAccuracy` metres says nothing.
 */
export function judgePlace(
  location: LocationEvidence,
  sites: readonly SiteBrief[],
  maxAccuracy: Metres,
): Verdict {
  if (sites.length === 0) return { kind: 'no-site' };
  if (location.accuracy > maxAccuracy) return { kind: 'imprecise' };
  const measured = sites
    .map((site) => {
      const distance = distanceBetween(location, site);
      return { site, distance, beyond: distance - Math.min(location.accuracy, site.tolerance) - site.radius };
    })
    .sort((a, b) => a.distance - b.distance);
  const inside = measured.find(({ beyond }) => beyond <= 0);
  if (inside) return { kind: 'inside', site: inside.site, distance: inside.distance };
  const [nearest] = measured;
  return nearest ? { kind: 'outside', ...nearest } : { kind: 'no-site' };
}
