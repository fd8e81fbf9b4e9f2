import type {
  FieldPolicy,
  PunchFlag,
  PunchInput,
  SiteBrief,
  Today,
} from '../../../typings/contracts/attendance';
import type { Day, Instant } from '../../../typings/contracts/common';
import { AppError } from '../../shared/errors/app-error';
import { locate, MAX_ACCURACY, type Place } from './locate';
import { nextSlot } from './next-slot';
import type { Punch } from './punch';

/** Two taps closer than this are one: a double tap, or two phones at once. */
export const SAME_TAP = 60_000;
/** The phone's clock may be ahead by this much. */
const CLOCK_TOLERANCE = 120_000;
/** A punch that arrives this much after its tap is flagged. */
const LATE_ARRIVAL = 120_000;
/** Punches of one attendance day. */
const PUNCH_LIMIT = 20;

/** A stored day as far as a punch needs it. */
export interface PunchedDay {
  readonly day: Day;
  readonly punches: readonly Punch[];
}

export interface PunchQuestion {
  readonly employeeId: string;
  readonly input: PunchInput;
  /** The server's clock: the time that is booked. */
  readonly now: Instant;
  /** The attendance day of `now`, and of the tap as the phone claims it. */
  readonly day: Day;
  readonly claimedDay: Day;
  /** The stored days around both; a day without punches may be absent. */
  readonly days: readonly PunchedDay[];
  readonly sites: readonly SiteBrief[];
  readonly fieldPolicy: FieldPolicy;
  /** End of the day's shift; null on a day off. */
  readonly shiftEnd: Instant | null;
}

/** `already` may be of an earlier day, when a lost answer is asked for again after the day has changed. */
export type PunchDecision =
  | { readonly outcome: 'already'; readonly punch: Punch; readonly day: Day }
  | { readonly outcome: 'booked'; readonly punch: Punch; readonly day: Day };

/**
 * Decides one punch. In this order: the same key again; the phone's clock; the same tap by another key;
 * the place; the slot.
 * @throws AppError PUNCH_KEY_REUSED, CLOCK_AHEAD, PUNCH_TOO_LATE, PUNCH_LIMIT and those of `placeOf`
 */
export function decidePunch(question: PunchQuestion): PunchDecision {
  const { input, now, day, claimedDay, days, shiftEnd } = question;
  const known = sameKey(input, days);
  if (known) return known;
  checkClock(input.tappedAt, now, day, claimedDay);
  const punches = days.find((other) => other.day === day)?.punches ?? [];
  const twin = punches.find((punch) => isSameTap(punch, input.tappedAt));
  if (twin) return { outcome: 'already', punch: twin, day };
  const place = placeOf(question);
  if (punches.length >= PUNCH_LIMIT) throw new AppError('PUNCH_LIMIT', { max: PUNCH_LIMIT });
  // What a punch that waited on the phone meant is told by its tap; the time that counts stays the server's.
  const { slot } = nextSlot(punches, shiftEnd, isLateArrival(input.tappedAt, now) ? input.tappedAt : now);
  return { outcome: 'booked', punch: punchOf(input, now, slot, place), day };
}

/** @throws AppError PUNCH_KEY_REUSED if the key was used with another content */
function sameKey(input: PunchInput, days: readonly PunchedDay[]): PunchDecision | null {
  for (const { day, punches } of days) {
    const punch = punches.find(({ key }) => key === input.punchKey);
    if (!punch) continue;
    if (!hasContent(punch, input)) throw new AppError('PUNCH_KEY_REUSED', {});
    return { outcome: 'already', punch, day };
  }
  return null;
}

function hasContent(punch: Punch, { tappedAt, mode, location, field }: PunchInput): boolean {
  return (
    punch.tappedAt === tappedAt &&
    punch.mode === mode &&
    punch.latitude === location.latitude &&
    punch.longitude === location.longitude &&
    punch.accuracy === location.accuracy &&
    punch.placeName === (field?.placeName ?? null) &&
    punch.note === (field?.note ?? null) &&
    punch.photo === (field?.photo ?? null)
  );
}

/** A claim is never booked, but one that cannot be true, or is of a day that has ended, is told to the person. */
function checkClock(tappedAt: Instant, now: Instant, day: Day, claimedDay: Day): void {
  if (tappedAt > now + CLOCK_TOLERANCE)
    throw new AppError('CLOCK_AHEAD', { aheadSeconds: Math.ceil((tappedAt - now) / 1_000) });
  if (claimedDay < day) throw new AppError('PUNCH_TOO_LATE', { day: claimedDay, tappedAt });
}

/**
 * Taps are told apart by the time of the tap alone: punches that waited on the phone arrive together and are
 * still two, and a lost answer that is asked for again much later is still the same.
 */
const isSameTap = (punch: Punch, tappedAt: Instant): boolean =>
  Math.abs(tappedAt - punch.tappedAt) < SAME_TAP;

const isLateArrival = (tappedAt: Instant, at: Instant): boolean => at - tappedAt > LATE_ARRIVAL;

/** @throws AppError NO_SITE, LOCATION_IMPRECISE, OUTSIDE_FENCE, FIELD_NOT_ALLOWED, PHOTO_INVALID */
function placeOf({ employeeId, input, sites, fieldPolicy }: PunchQuestion): Place {
  const place = locate(input.location, sites);
  if (input.mode === 'field') {
    if (fieldPolicy === 'forbidden') throw new AppError('FIELD_NOT_ALLOWED', {});
    if (!isOwnPhoto(input.field?.photo ?? '', employeeId, input.punchKey))
      throw new AppError('PHOTO_INVALID', {});
    return place;
  }
  if (!place.nearest || place.distance === null) throw new AppError('NO_SITE', {});
  if (place.imprecise)
    throw new AppError('LOCATION_IMPRECISE', {
      accuracy: Math.ceil(input.location.accuracy),
      max: MAX_ACCURACY,
    });
  if (!place.inside) {
    const { name } = place.nearest;
    const { distance, beyond } = place;
    throw new AppError('OUTSIDE_FENCE', { siteZh: name['zh-CN'], siteEn: name.en, distance, beyond });
  }
  return place;
}

/** `cloud://<environment>/field-punches/<employee>/<punch key>.<jpg|jpeg|png>`: nobody else's, no other punch's. */
function isOwnPhoto(fileId: string, employeeId: string, punchKey: string): boolean {
  const [, path] = /^cloud:\/\/[A-Za-z0-9._-]+\/(.+)$/.exec(fileId) ?? [];
  return ['jpg', 'jpeg', 'png'].some((type) => path === `field-punches/${employeeId}/${punchKey}.${type}`);
}

function punchOf(input: PunchInput, now: Instant, slot: Today['next']['slot'], place: Place): Punch {
  return {
    key: input.punchKey,
    slot,
    at: now,
    tappedAt: input.tappedAt,
    mode: input.mode,
    latitude: input.location.latitude,
    longitude: input.location.longitude,
    accuracy: input.location.accuracy,
    site: place.inside && { id: place.inside.id, name: place.inside.name },
    distance: place.distance,
    placeName: input.field?.placeName ?? null,
    note: input.field?.note ?? null,
    photo: input.field?.photo ?? null,
    flags: flagsOf(input, now, place),
  };
}

function flagsOf({ tappedAt, mode }: PunchInput, now: Instant, place: Place): PunchFlag[] {
  const flags: PunchFlag[] = [];
  if (isLateArrival(tappedAt, now)) flags.push('late-arrival');
  if (place.imprecise) flags.push('low-accuracy');
  if (mode === 'field') flags.push('field');
  return flags;
}
