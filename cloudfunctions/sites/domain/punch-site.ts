import type { SiteBeacon, SiteBrief } from '#contracts/site';

/** The site data needed to decide a punch. */
export interface PunchSite extends SiteBrief {
  readonly beacons?: readonly SiteBeacon[];
  /** BSSIDs of its networks, if they count. */
  readonly bssids?: readonly string[];
}
