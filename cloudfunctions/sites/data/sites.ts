import type { ChangeEntry } from '#contracts/change';
import type { SiteBrief, SiteSettings } from '#contracts/site';
import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import type { PunchSite } from '../domain/punch-site';

/** Signs the codes of one site's screen and its challenges. Leaves this folder towards the signer only. */
export interface SiteSecret {
  readonly version: number;
  readonly key: string;
}

/** A document of `sites`; what HR has not set yet may be absent. */
export interface Site extends Pick<SiteBrief, 'name' | 'latitude' | 'longitude' | 'radius' | 'tolerance'> {
  readonly _id: string;
  /** Absent means 1. */
  readonly version?: number;
  readonly beacons?: SiteSettings['beacons'];
  readonly biometric?: SiteSettings['biometric'];
  readonly screenKeepers?: readonly string[];
  readonly secret?: SiteSecret;
  /** Newest first, at most 50. */
  readonly changes?: readonly ChangeEntry[];
}

const sites = collection<Site>('sites');
/** Sites whole; see `findSites` for what others may know of them. */
export const sitesById = cachedById(sites);

/** Somebody's punch sites in the order of `ids`, as they may know them; as old as the warm cache allows. */
export async function findSites(
  ids: readonly string[],
  employeeId: string,
  now: number,
): Promise<SiteBrief[]> {
  const found = await sitesById(ids, now);
  return ids.flatMap((id) => {
    const site = found.get(id);
    if (!site) return [];
    const { beacons: _beacons, ...brief } = punchSite(site);
    return [site.screenKeepers?.includes(employeeId) ? { ...brief, keepsScreen: true } : brief];
  });
}

/** The same with the beacons, which decide a punch. */
export async function findPunchSites(ids: readonly string[], now: number): Promise<PunchSite[]> {
  const found = await sitesById(ids, now);
  return ids.flatMap((id) => {
    const site = found.get(id);
    return site ? [punchSite(site)] : [];
  });
}

function punchSite({ _id: id, ...site }: Site): PunchSite {
  const { name, latitude, longitude, radius, tolerance, beacons = [], biometric = 'off' } = site;
  const brief = { id, name, latitude, longitude, radius, tolerance };
  const uuids = [...new Set(beacons.map(({ uuid }) => uuid))];
  return {
    ...brief,
    ...(uuids.length > 0 && { beacons, beaconUuids: uuids }),
    ...(biometric === 'asked' && { biometric }),
  };
}

/** The secret of a version: from the warm cache, or read afresh when the site has a newer one. */
export async function findSiteSecret(id: string, version: number, now: number): Promise<string | null> {
  const known = (await sitesById([id], now)).get(id)?.secret;
  if (known && known.version >= version) return known.version === version ? known.key : null;
  const fresh = (await sites.byId(id))?.secret;
  return fresh?.version === version ? fresh.key : null;
}

/** A site as it is now. */
export const findSite = (id: string): Promise<Site | null> => sites.byId(id);

/** Sites by id, from the one after `cursor` on. */
export const findSitesAfter = (cursor: string, limit: number): Promise<Site[]> =>
  sites.list((_) => ({ _id: _.gt(cursor) }), limit, [['_id', 'asc']]);

/** Gives a site its first secret. @returns the one that it has now: of two at once one wins */
export async function addSiteSecret(id: string, secret: SiteSecret): Promise<SiteSecret | null> {
  const added = await sites.updateWhere(
    (_) => ({ _id: id, secret: _.exists(false) }),
    () => ({ secret }),
  );
  return added === 1 ? secret : ((await sites.byId(id))?.secret ?? null);
}

/** `duplicate`: the id is taken. */
export const addSite = (site: Site): Promise<'added' | 'duplicate'> => sites.add(site);

/** Saves a site as it was read. @returns false if somebody else has saved it in between */
export async function saveSiteOver(before: Site, after: Site): Promise<boolean> {
  const { _id, ...fields } = after;
  const { version } = before;
  const changed = await sites.updateWhere(
    (_) => ({ _id, version: version ?? _.exists(false) }),
    () => fields,
  );
  return changed === 1;
}
