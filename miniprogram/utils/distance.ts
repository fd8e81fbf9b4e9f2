import type { Metres } from '#contracts/common';
import type { LocationEvidence } from '#contracts/punch';
import type { SiteBrief } from '#contracts/site';
import { locate } from '../common/locate';

/** Position of a fix relative to a person's sites. `beyond`: metres to the fence. */
export type Verdict =
  | { readonly kind: 'inside'; readonly site: SiteBrief; readonly distance: Metres }
  | { readonly kind: 'outside'; readonly site: SiteBrief; readonly distance: Metres; readonly beyond: Metres }
  | { readonly kind: 'imprecise' }
  | { readonly kind: 'no-site' };

/** A hint for the screen by the same rule as on the server; a fix coarser than `maxAccuracy` is `imprecise`. */
export function judgePlace(
  location: LocationEvidence,
  sites: readonly SiteBrief[],
  maxAccuracy: Metres,
): Verdict {
  const { nearest, inside, distance, beyond } = locate(location, sites);
  if (nearest === null || distance === null) return { kind: 'no-site' };
  if (location.accuracy > maxAccuracy) return { kind: 'imprecise' };
  return inside
    ? { kind: 'inside', site: inside, distance }
    : { kind: 'outside', site: nearest, distance, beyond };
}
