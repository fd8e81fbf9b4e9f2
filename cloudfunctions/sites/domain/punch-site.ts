import type { SiteBeacon, SiteBrief } from '#contracts/site';

/** A site as a punch needs it. */
export interface PunchSite extends SiteBrief {
  readonly beacons?: readonly SiteBeacon[];
}
