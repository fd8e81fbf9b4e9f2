import type { ChangeEntry } from '#contracts/change';
import type { SiteBrief, SiteSettings } from '#contracts/site';
import { tailOf } from '../../../miniprogram/common/bssid';
import { collection } from '../../shared/data/collection';
import { cachedById } from '../../shared/data/warm-cache';
import {
  bilingual,
  figure,
  listOfObjects,
  listOfTexts,
  maybe,
  oneOf,
  text,
} from '../../shared/faults/checks';
import type { PunchSite } from '../domain/punch-site';

/** Signs the screen codes and challenges of one site. Only passed on to the signing service. */
export interface SiteSecret {
  readonly version: number;
  readonly key: string;
}

/** A document of `sites`; settings that HR has not made may be absent. */
export interface Site extends Pick<SiteBrief, 'name' | 'latitude' | 'longitude' | 'radius' | 'tolerance'> {
  readonly _id: string;
  /** Defaults to 1. */
  readonly version?: number;
  readonly beacons?: SiteSettings['beacons'];
  readonly wifi?: SiteSettings['wifi'];
  readonly networks?: SiteSettings['networks'];
  readonly biometric?: SiteSettings['biometric'];
  readonly screenKeepers?: readonly string[];
  readonly secret?: SiteSecret;
  /** Newest first, at most 50. */
  readonly changes?: readonly ChangeEntry[];
}

const sites = collection<Site>('sites', {
  name: bilingual,
  latitude: figure,
  longitude: figure,
  radius: figure,
  tolerance: figure,
  beacons: maybe(listOfObjects({ uuid: text, major: figure, minor: figure })),
  networks: maybe(listOfObjects({ bssid: text })),
  wifi: maybe(oneOf('off', 'weak-fix', 'alone')),
  biometric: maybe(oneOf('off', 'asked', 'required')),
  screenKeepers: maybe(listOfTexts),
});
/** Complete sites; see `findSites` for what others may see. */
export const sitesById = cachedById(sites);

/** A person's punch sites in the order of `ids`, with the fields that they may see, from the warm cache. */
export async function findSites(
  ids: readonly string[],
  employeeId: string,
  now: number,
): Promise<SiteBrief[]> {
  const found = await sitesById(ids, now);
  return ids.flatMap((id) => {
    const site = found.get(id);
    if (!site) return [];
    const { beacons: _beacons, bssids: _bssids, ...brief } = punchSite(site);
    return [site.screenKeepers?.includes(employeeId) ? { ...brief, keepsScreen: true } : brief];
  });
}

/** Like `findSites`, with the beacons and networks, which decide a punch. */
export async function findPunchSites(ids: readonly string[], now: number): Promise<PunchSite[]> {
  const found = await sitesById(ids, now);
  return ids.flatMap((id) => {
    const site = found.get(id);
    return site ? [punchSite(site)] : [];
  });
}

function punchSite({ _id: id, ...site }: Site): PunchSite {
  const { name, latitude, longitude, radius, tolerance } = site;
  const { beacons = [], wifi = 'off', networks = [], biometric = 'off' } = site;
  const brief = { id, name, latitude, longitude, radius, tolerance };
  const bssids = networks.map(({ bssid }) => bssid);
  const uuids = [...new Set(beacons.map(({ uuid }) => uuid))];
  return {
    ...brief,
    ...(uuids.length > 0 && { beacons, beaconUuids: uuids }),
    ...(wifi !== 'off' &&
      bssids.length > 0 && { bssids, wifi: { policy: wifi, tails: [...new Set(bssids.map(tailOf))] } }),
    ...(biometric !== 'off' && { biometric }),
  };
}

/** The secret of a version: from the cache, or read again if the site has a newer one. */
export async function findSiteSecret(id: string, version: number, now: number): Promise<string | null> {
  const known = (await sitesById([id], now)).get(id)?.secret;
  if (known && known.version >= version) return known.version === version ? known.key : null;
  const current = (await sites.byId(id))?.secret;
  return current?.version === version ? current.key : null;
}

/** The current state of a site. */
export const findSite = (id: string): Promise<Site | null> => sites.byId(id);

/** Sites sorted by id, starting after `cursor`. */
export const findSitesAfter = (cursor: string, limit: number): Promise<Site[]> =>
  sites.list((_) => ({ _id: _.gt(cursor) }), limit, [['_id', 'asc']]);

/** Adds the first secret of a site. @returns its current secret: of two concurrent calls one wins */
export async function addSiteSecret(id: string, secret: SiteSecret): Promise<SiteSecret | null> {
  const added = await sites.updateWhere(
    (_) => ({ _id: id, secret: _.exists(false) }),
    () => ({ secret }),
  );
  return added === 1 ? secret : ((await sites.byId(id))?.secret ?? null);
}

/** `duplicate`: the id is taken. */
export const addSite = (site: Site): Promise<'added' | 'duplicate'> => sites.add(site);

/** Replaces a site if it is unchanged since it was read. @returns false after a concurrent change */
export async function replaceSite(before: Site, after: Site): Promise<boolean> {
  const { _id, ...fields } = after;
  const { version } = before;
  const changed = await sites.updateWhere(
    (_) => ({ _id, version: version ?? _.exists(false) }),
    () => fields,
  );
  return changed === 1;
}
