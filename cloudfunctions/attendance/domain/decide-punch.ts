import type { Day, Instant, LocalText } from '#contracts/common';
import type { PunchFlag, PunchInput, Slot } from '#contracts/punch';
import { AppError } from '../../shared/errors/app-error';
import { nextSlot } from './next-slot';
import { placeFlags } from './place-flags';
import type { PlaceEvidence, Punch, PunchedDay } from './punch';
import { type PunchPlace, type PunchPlaceQuestion, punchPlace } from './punch-place';

/** Two taps closer than this are one: a double tap, or two phones at once. */
export const SAME_TAP = 60_000;
/** The phone's clock may be ahead by this much. */
const CLOCK_TOLERANCE = 120_000;
/** A punch that arrives this much after its tap is flagged. */
const LATE_ARRIVAL = 120_000;
/** Punches of one attendance day. */
const PUNCH_LIMIT = 20;

/** The check on the phone that came with a punch. */
export type BiometricCheck =
  | { readonly confirmed: true; readonly challenge: string; readonly device: string | null }
  | { readonly confirmed: false };

/** `now` is the server's clock: the time that is booked. `days` may lack days without punches. */
export interface PunchQuestion extends PunchPlaceQuestion {
  /** The attendance day of `now`, and of the tap as the phone claims it. */
  readonly day: Day;
  readonly claimedDay: Day;
  /** The punches that the slot follows from, see `slotPlan`; without it, all of the day. */
  readonly standing?: readonly Punch[];
  /** End of the day's shift, or of the segment that is meant; null on a day off. */
  readonly shiftEnd: Instant | null;
  /** Null or absent where the phone was not asked for one. */
  readonly biometric?: BiometricCheck | null;
}

/** `already` may be of an earlier day, when a lost answer is asked for again after the day has changed. */
export type PunchDecision =
  | { readonly outcome: 'already'; readonly punch: Punch; readonly day: Day }
  | { readonly outcome: 'booked'; readonly punch: Punch; readonly day: Day };

/**
 * Decides one punch. In this order: the same key again; the phone's clock; the same tap by another key;
 * the check on the phone; the place; the slot.
 * @throws AppError PUNCH_KEY_REUSED, CLOCK_AHEAD, PUNCH_TOO_LATE, BIOMETRIC_FAILED, PUNCH_LIMIT and those of
 * `punchPlace`
 */
export function decidePunch(question: PunchQuestion): PunchDecision {
  const { input, now, day, claimedDay, days, shiftEnd } = question;
  const known = sameKey(input, days);
  if (known) return known;
  checkClock(input.tappedAt, now, day, claimedDay);
  const punches = days.find((other) => other.day === day)?.punches ?? [];
  const twin = punches.find((punch) => isSameTap(punch, input.tappedAt));
  if (twin) return { outcome: 'already', punch: twin, day };
  checkBiometric(question);
  const place = punchPlace(question);
  if (punches.length >= PUNCH_LIMIT) throw new AppError('PUNCH_LIMIT', { max: PUNCH_LIMIT });
  const { slot } = nextSlot(question.standing ?? punches, shiftEnd, meantAt(input.tappedAt, now));
  return { outcome: 'booked', punch: punchOf(question, slot, place), day };
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
    punch.latitude === (location?.latitude ?? null) &&
    punch.longitude === (location?.longitude ?? null) &&
    punch.accuracy === (location?.accuracy ?? null) &&
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

/** A challenge answers one punch. @throws AppError BIOMETRIC_FAILED */
function checkBiometric({ biometric, days }: PunchQuestion): void {
  if (!biometric) return;
  const isUsed = ({ challenge }: Punch) => biometric.confirmed && challenge === biometric.challenge;
  if (!biometric.confirmed || days.some(({ punches }) => punches.some(isUsed)))
    throw new AppError('BIOMETRIC_FAILED', {});
}

/**
 * Taps are told apart by the time of the tap alone: punches that waited on the phone arrive together and are
 * still two, and a lost answer that is asked for again much later is still the same.
 */
const isSameTap = (punch: Punch, tappedAt: Instant): boolean =>
  Math.abs(tappedAt - punch.tappedAt) < SAME_TAP;

/** What a punch that waited on the phone meant is told by its tap; the time that counts stays the server's. */
export const meantAt = (tappedAt: Instant, now: Instant): Instant =>
  isLateArrival(tappedAt, now) ? tappedAt : now;

const isLateArrival = (tappedAt: Instant, at: Instant): boolean => at - tappedAt > LATE_ARRIVAL;

function punchOf(question: PunchQuestion, slot: Slot, place: PunchPlace): Punch {
  const { input, now, biometric } = question;
  const { site, distance, imprecise, ...proof } = place;
  const evidence = evidenceOf(question, site?.name ?? input.field?.placeName ?? null);
  const check = biometric?.confirmed ? biometric : null;
  const device = check?.device ?? input.device;
  return {
    key: input.punchKey,
    slot,
    at: now,
    tappedAt: input.tappedAt,
    mode: input.mode,
    latitude: input.location?.latitude ?? null,
    longitude: input.location?.longitude ?? null,
    accuracy: input.location?.accuracy ?? null,
    site,
    distance,
    placeName: input.field?.placeName ?? null,
    note: input.field?.note ?? null,
    photo: input.field?.photo ?? null,
    flags: flagsOf(input, now, imprecise, evidence),
    ...proof,
    ...(check && { challenge: check.challenge }),
    ...(device && { device }),
    ...(evidence.length > 0 && { evidence }),
  };
}

function evidenceOf(
  { input: { location, tappedAt }, day, days }: PunchQuestion,
  placeName: LocalText | string | null,
): PlaceEvidence[] {
  return location ? placeFlags({ location, tappedAt, day, placeName, days }) : [];
}

function flagsOf(
  { tappedAt, mode }: PunchInput,
  now: Instant,
  imprecise: boolean,
  evidence: readonly PlaceEvidence[],
): PunchFlag[] {
  const flags: PunchFlag[] = [];
  if (isLateArrival(tappedAt, now)) flags.push('late-arrival');
  if (imprecise) flags.push('low-accuracy');
  if (mode === 'field') flags.push('field');
  for (const { flag } of evidence) if (flag !== 'shared-phone') flags.push(flag);
  return flags;
}
