import type { SiteBeacon, SiteBrief } from '../../../typings/contracts/attendance';

/** A site as a punch needs it. */
export interface PunchSite extends SiteBrief {
  readonly beacons?: readonly SiteBeacon[];
}
