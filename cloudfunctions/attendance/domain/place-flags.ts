import type { Day, Instant, LocalText } from '#contracts/common';
import type { LocationEvidence, PlaceFlag } from '#contracts/punch';
import { distance } from '../../../miniprogram/common/distance';
import { PLACE_RULES } from './place-rules';
import type { PlaceEvidence, Punch, PunchedDay } from './punch';

const HOUR = 3_600_000;

type Fix = Punch & { latitude: number; longitude: number; accuracy: number };

/** What fixes show; the other flags are not about a fix. */
export type FixEvidence = PlaceEvidence & {
  readonly flag: Exclude<PlaceFlag, 'shared-phone' | 'many-tries'>;
};

export interface PlaceQuestion {
  readonly location: LocationEvidence;
  readonly tappedAt: Instant;
  readonly day: Day;
  /** The name of the place, if known: the site's, or the text entered by the person. */
  readonly placeName: LocalText | string | null;
  /** The person's days up to now; their contents are evidence, not facts. */
  readonly days: readonly PunchedDay[];
}

/**
 * Suspicious properties of a location fix, with their figures; see `PLACE_RULES`. Never a reason to refuse a
 * punch.
 */
export function placeFlags(question: PlaceQuestion): FixEvidence[] {
  return [impossibleTravel(question), sameCoordinates(question), implausibleAccuracy(question)].flatMap(
    (found) => found ?? [],
  );
}

/**
 * Compares with the place of the previous punch, using the times of the taps: a queued punch was made when it
 * was tapped.
 */
function impossibleTravel({ location, tappedAt, days, placeName }: PlaceQuestion): FixEvidence | null {
  const earlier = fixesOf(days).filter((punch) => punch.tappedAt < tappedAt);
  const last = earlier.reduce<Fix | null>((a, b) => (a && a.tappedAt > b.tappedAt ? a : b), null);
  if (!last) return null;
  const metres = Math.max(0, distance(last, location) - last.accuracy - location.accuracy);
  const hours = (tappedAt - last.tappedAt) / HOUR;
  const { maxSpeed, shortWayHours, shortWaySpeed, leastDistance } = PLACE_RULES;
  const limit = hours <= shortWayHours ? shortWaySpeed : maxSpeed;
  const speed = metres / 1_000 / hours;
  if (metres < leastDistance || speed <= limit) return null;
  const from = last.site?.name ?? last.placeName;
  const data = {
    ...(from && { from }),
    ...(placeName && { to: placeName }),
    metres: Math.round(metres),
    minutes: Math.round(hours * 60),
    kmh: Math.round(Math.min(speed, 99_999)),
    limit,
    before: last.tappedAt,
  };
  return { flag: 'impossible-travel', data };
}

function sameCoordinates({ location, day, days }: PlaceQuestion): FixEvidence | null {
  const same = days.filter((each) => fixesOf([each]).some((punch) => isSamePlace(punch, location)));
  const count = new Set([day, ...same.map((each) => each.day)]).size;
  return count < PLACE_RULES.sameCoordinatesDays
    ? null
    : { flag: 'same-coordinates', data: { days: count, limit: PLACE_RULES.sameCoordinatesDays } };
}

function implausibleAccuracy({ location, days }: PlaceQuestion): FixEvidence | null {
  const { leastAccuracy, implausibleTimes } = PLACE_RULES;
  if (location.accuracy >= leastAccuracy) return null;
  const times = 1 + fixesOf(days).filter(({ accuracy }) => accuracy < leastAccuracy).length;
  return times < implausibleTimes
    ? null
    : { flag: 'accuracy-implausible', data: { accuracy: location.accuracy, times, limit: leastAccuracy } };
}

function fixesOf(days: readonly PunchedDay[]): Fix[] {
  return days.flatMap(({ punches }) => punches.filter(hasFix));
}

function hasFix(punch: Punch): punch is Fix {
  return punch.latitude !== null && punch.longitude !== null && punch.accuracy !== null;
}

const isSamePlace = (punch: Fix, { latitude, longitude }: LocationEvidence): boolean =>
  punch.latitude === latitude && punch.longitude === longitude;
