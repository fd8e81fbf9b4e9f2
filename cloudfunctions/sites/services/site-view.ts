import type { SiteOnFile } from '#contracts/site';
import type { Site } from '../data/sites';
import type { EditableSite } from '../domain/site-change';

export const versionOf = ({ version = 1 }: Site): number => version;

/** The editable settings of a site. */
export function editable(site: Site): EditableSite {
  const { name, latitude, longitude, radius, tolerance } = site;
  const { beacons = [], wifi = 'off', networks = [], biometric = 'off', screenKeepers = [] } = site;
  const place = { name, latitude, longitude, radius, tolerance };
  return { ...place, beacons, wifi, networks, biometric, screenKeepers };
}

/** A site as HR sees it; fields are listed explicitly, so that the secret cannot leak. */
export const siteView = (site: Site): SiteOnFile => ({
  id: site._id,
  version: versionOf(site),
  ...editable(site),
  history: site.changes ?? [],
});
