import type { Instant, LocalText, Metres } from '#contracts/common';
import type { PunchInput, SeenBeacon } from '#contracts/punch';
import type { FieldPolicy, SiteBeacon } from '#contracts/site';
import { distance } from '../../../miniprogram/common/distance';
import { locate, MAX_ACCURACY, type Place } from '../../../miniprogram/common/locate';
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
}

/**
 * @throws AppError NO_SITE, LOCATION_IMPRECISE, OUTSIDE_FENCE, FIELD_NOT_ALLOWED, PHOTO_INVALID,
 * SITE_CODE_INVALID, BEACON_NOT_FOUND
 */
export function punchPlace(question: PunchPlaceQuestion): PunchPlace {
  const { input, sites } = question;
  if (input.mode === 'code') return codePlace(question);
  if (input.mode === 'beacon') return beaconPlace(question);
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
  if (!place.inside) {
    const { name } = place.nearest;
    const { distance: metres, beyond } = place;
    throw new AppError('OUTSIDE_FENCE', { siteZh: name['zh-CN'], siteEn: name.en, distance: metres, beyond });
  }
  return withGpsEvidence(place);
}

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
