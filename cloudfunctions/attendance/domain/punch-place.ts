import type { Instant, LocalText, Metres } from '#contracts/common';
import type { PunchInput, SeenBeacon } from '#contracts/punch';
import type { FieldPolicy, SiteBeacon, SiteBrief } from '#contracts/site';
import { distance } from '../../../miniprogram/common/distance';
import { locate, MAX_ACCURACY, mayBeInside, type Place } from '../../../miniprogram/common/locate';
import { AppError } from '../../shared/errors/app-error';
import type { PunchSite } from '../../sites/rules';
import { isCurrent, type SiteCode } from '../../sites/rules';
import type { PunchedDay } from './punch';

export interface PunchPlaceQuestion {
  readonly employeeId: string;
  readonly input: PunchInput;
  readonly now: Instant;
  /** The person's days in which a code may have been used. */
  readonly days: readonly PunchedDay[];
  readonly sites: readonly PunchSite[];
  readonly fieldPolicy: FieldPolicy;
  /** The verified code of mode `code`; null if its signature is invalid. */
  readonly signedCode?: SiteCode | null;
}

/** The place of a punch, and its evidence. */
export interface PunchPlace {
  readonly site: { readonly id: string; readonly name: LocalText } | null;
  readonly distance: Metres | null;
  readonly imprecise: boolean;
  readonly codeStep?: number;
  readonly beacon?: SeenBeacon;
  readonly wifi?: string;
}

/**
 * @throws AppError NO_SITE, LOCATION_IMPRECISE, OUTSIDE_FENCE, FIELD_NOT_ALLOWED, PHOTO_INVALID,
 * SITE_CODE_INVALID, BEACON_NOT_FOUND, WIFI_NOT_ACCEPTED
 */
export function punchPlace(question: PunchPlaceQuestion): PunchPlace {
  const { input, sites } = question;
  if (input.mode === 'code') return codePlace(question);
  if (input.mode === 'beacon') return beaconPlace(question);
  if (input.mode === 'wifi') return wifiPlace(question);
  if (!input.location) throw new AppError('INPUT_INVALID', { path: 'location', rule: 'required' });
  const place = locate(input.location, sites);
  return input.mode === 'field' ? fieldPlace(question, place) : gpsPlace(input.location.accuracy, place);
}

function fieldPlace({ employeeId, input, fieldPolicy }: PunchPlaceQuestion, place: Place): PunchPlace {
  if (fieldPolicy === 'forbidden') throw new AppError('FIELD_NOT_ALLOWED', {});
  if (!isOwnPhoto(input.field?.photo ?? '', employeeId, input.punchKey))
    throw new AppError('PHOTO_INVALID', {});
  return withGpsEvidence(place);
}

function gpsPlace(accuracy: Metres, place: Place): PunchPlace {
  if (!place.nearest || place.distance === null) throw new AppError('NO_SITE', {});
  if (place.imprecise)
    throw new AppError('LOCATION_IMPRECISE', { accuracy: Math.ceil(accuracy), max: MAX_ACCURACY });
  if (!place.inside) throw outsideFence(place.nearest, place.distance, place.beyond);
  return withGpsEvidence(place);
}

const outsideFence = ({ name }: SiteBrief, metres: Metres, beyond: Metres): AppError<'OUTSIDE_FENCE'> =>
  new AppError('OUTSIDE_FENCE', { siteZh: name['zh-CN'], siteEn: name.en, distance: metres, beyond });

/**
 * The code must belong to one of the person's sites, be current, and not have been used by the person before.
 */
function codePlace({ input, now, days, sites, signedCode }: PunchPlaceQuestion): PunchPlace {
  const site = sites.find(({ id }) => id === signedCode?.siteId);
  if (!signedCode || !site) throw new AppError('SITE_CODE_INVALID', { reason: 'unknown' });
  if (!isCurrent(signedCode.step, now)) throw new AppError('SITE_CODE_INVALID', { reason: 'expired' });
  const isUsed = days.some(({ punches }) =>
    punches.some((punch) => punch.codeStep === signedCode.step && punch.site?.id === site.id),
  );
  if (isUsed) throw new AppError('SITE_CODE_INVALID', { reason: 'used' });
  return { ...atSite(site, input), codeStep: signedCode.step };
}

/** The site of the strongest beacon that exceeds its threshold. */
function beaconPlace({ input, sites }: PunchPlaceQuestion): PunchPlace {
  const [nearest] = sites
    .flatMap((site) => (site.beacons ?? []).map((beacon) => ({ site, beacon })))
    .flatMap(({ site, beacon }) =>
      (input.beacons ?? [])
        .filter((seen) => isSame(seen, beacon) && seen.rssi >= beacon.minRssi)
        .map((seen) => ({ site, seen })),
    )
    .sort((a, b) => b.seen.rssi - a.seen.rssi);
  if (!nearest) throw new AppError('BEACON_NOT_FOUND', {});
  return { ...atSite(nearest.site, input), beacon: nearest.seen };
}

/**
 * Whether a refused punch named beacons or a network of none of the person's sites, which may be guessing; a beacon of
 * theirs that is too weak is not.
 */
export function isGuess(error: unknown, { beacons = [] }: PunchInput, sites: readonly PunchSite[]): boolean {
  if (!(error instanceof AppError)) return false;
  if (error.code === 'WIFI_NOT_ACCEPTED') return error.data.rule === 'unknown';
  const own = sites.flatMap((site) => site.beacons ?? []);
  return error.code === 'BEACON_NOT_FOUND' && !beacons.some((seen) => own.some((each) => isSame(seen, each)));
}

/**
 * The site of the network that the phone is on. With the policy `weak-fix` the location must allow for it: a fix that is
 * certainly outside of the fence outweighs the network.
 */
function wifiPlace({ input, sites }: PunchPlaceQuestion): PunchPlace {
  const { location, wifi } = input;
  const site = sites.find(({ bssids = [] }) => bssids.some((bssid) => bssid === wifi));
  if (!site || wifi === undefined) throw new AppError('WIFI_NOT_ACCEPTED', { rule: 'unknown' });
  const place = { ...atSite(site, input), wifi };
  if (site.wifi?.policy === 'alone') return place;
  if (!location) throw new AppError('WIFI_NOT_ACCEPTED', { rule: 'no-location' });
  if (mayBeInside(location, site)) return place;
  const metres = Math.round(distance(location, site));
  throw outsideFence(site, metres, Math.ceil(metres - site.radius));
}

/** At a site by evidence other than the location, which is stored nevertheless. */
function atSite(site: PunchSite, { location }: PunchInput): PunchPlace {
  return {
    site: { id: site.id, name: site.name },
    distance: location ? Math.round(distance(location, site)) : null,
    imprecise: location !== undefined && location.accuracy > MAX_ACCURACY,
  };
}

const withGpsEvidence = ({ inside, distance: metres, imprecise }: Place): PunchPlace => ({
  site: inside && { id: inside.id, name: inside.name },
  distance: metres,
  imprecise,
});

const isSame = (seen: SeenBeacon, { uuid, major, minor }: SiteBeacon): boolean =>
  seen.uuid.toUpperCase() === uuid.toUpperCase() && seen.major === major && seen.minor === minor;

/**
 * `cloud://<environment>/field-punches/<employee>/<punch key>.<jpg|jpeg|png>`: belongs to this person and this
 * punch.
 */
function isOwnPhoto(fileId: string, employeeId: string, punchKey: string): boolean {
  const [, path] = /^cloud:\/\/[A-Za-z0-9._-]+\/(.+)$/.exec(fileId) ?? [];
  return ['jpg', 'jpeg', 'png'].some((type) => path === `field-punches/${employeeId}/${punchKey}.${type}`);
}
