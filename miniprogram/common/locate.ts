import type { Metres } from '#contracts/common';
import type { LocationEvidence } from '#contracts/punch';
import type { SiteBrief } from '#contracts/site';
import { distance } from './distance';

/** Fixes with a larger accuracy radius are too imprecise. */
export const MAX_ACCURACY: Metres = 200;

export interface Place {
  /** The nearest site; null if the person has none. */
  readonly nearest: SiteBrief | null;
  /** To the nearest site's centre, whole metres. */
  readonly distance: Metres | null;
  /** The site whose fence the fix is in, the nearest of several. */
  readonly inside: SiteBrief | null;
  /** Distance beyond the nearest fence, whole metres; 0 inside. */
  readonly beyond: Metres;
  /** The fix is coarser than `MAX_ACCURACY`. */
  readonly imprecise: boolean;
}

/**
 * Position of a fix relative to the sites. Inside means: the distance to the centre, less the inaccuracy of the fix
 * up to the site's tolerance, is within the radius.
 */
export function locate(fix: LocationEvidence, sites: readonly SiteBrief[]): Place {
  const measured = sites
    .map((site) => ({ site, distance: distance(fix, site), beyond: beyondFence(fix, site) }))
    .sort((a, b) => a.distance - b.distance || (a.site.id < b.site.id ? -1 : 1));
  const [nearest] = measured;
  const inside = measured.find(({ beyond }) => beyond <= 0);
  return {
    nearest: nearest?.site ?? null,
    distance: nearest ? Math.round(nearest.distance) : null,
    inside: inside?.site ?? null,
    beyond: inside || !nearest ? 0 : Math.ceil(nearest.beyond),
    imprecise: fix.accuracy > MAX_ACCURACY,
  };
}

/** Whether the phone may be inside the fence as far as the fix tells: within its whole inaccuracy. */
export const mayBeInside = (fix: LocationEvidence, site: SiteBrief): boolean =>
  distance(fix, site) - fix.accuracy <= site.radius;

/** Metres beyond the site's fence, with tolerance in the person's favour; zero or less is inside. */
function beyondFence(fix: LocationEvidence, site: SiteBrief): Metres {
  return distance(fix, site) - Math.min(fix.accuracy, site.tolerance) - site.radius;
}
