import type { Day, Instant, LocalText, Minutes } from '#contracts/common';
import type { PunchFlag, PunchInput, Slot } from '#contracts/punch';
import type { FieldPolicy } from '#contracts/site';
import { AppError } from '../../shared/errors/app-error';
import type { PunchSite } from '../../sites/rules';
import { MAX_PUNCHES, spareIn } from './kept-punches';
import { nextSlot } from './next-slot';
import { type FixEvidence, placeFlags } from './place-flags';
import type { Punch, PunchedDay } from './punch';
import { type PunchPlace, type PunchPlaceQuestion, punchPlace } from './punch-place';

/** Taps closer together than this count as one: a double tap, or two phones at once. */
export const SAME_TAP_MS = 60_000;
/** How far the phone's clock may be ahead. */
const CLOCK_TOLERANCE_MS = 120_000;
/** A punch that arrives this long after its tap is flagged. */
const LATE_ARRIVAL_MS = 120_000;

/** The biometric check that came with a punch. */
export type BiometricCheck =
  | { readonly confirmed: true; readonly challenge: string; readonly device: string | null }
  | { readonly confirmed: false };

/** `now` is the server's clock, which is the recorded time. `days` may lack days without punches. */
export interface PunchQuestion extends PunchPlaceQuestion {
  /** The attendance day of the punch, and that of the tap as claimed by the phone if it is over. */
  readonly day: Day;
  readonly claimedDay: Day;
  /** The punches that determine the slot, see `slotPlan`; defaults to all of the day. */
  readonly effective?: readonly Punch[];
  /** All punches by segment; those of the day if absent. */
  readonly groups?: readonly (readonly Punch[])[];
  /** End of what is to be worked in the day's shift, or in the relevant segment; null on a day off. */
  readonly workEnd: Instant | null;
  /** See `AttendanceSettings`. */
  readonly trustMinutes: Minutes;
  /** Null or absent if none came with the punch. */
  readonly biometric?: BiometricCheck | null;
}

/** `already` may refer to an earlier day, if a retry arrives after the day has changed. */
export type PunchDecision =
  | { readonly outcome: 'already'; readonly punch: Punch; readonly day: Day }
  | { readonly outcome: 'booked'; readonly punch: Punch; readonly day: Day };

/**
 * Decides one punch. Order of checks: repeated key, the phone's clock, same tap with another key, biometric
 * check, place, the check that the place requires, slot.
 * @throws AppError PUNCH_KEY_REUSED, CLOCK_AHEAD, PUNCH_TOO_LATE, BIOMETRIC_FAILED, BIOMETRIC_REQUIRED, PUNCH_LIMIT and
 * those of `punchPlace`
 */
export function decidePunch(question: PunchQuestion): PunchDecision {
  const { input, now, day, claimedDay, days, workEnd } = question;
  const known = sameKey(input, days);
  if (known) return known;
  checkClock(input.tappedAt, now, day, claimedDay);
  const punches = days.find((other) => other.day === day)?.punches ?? [];
  const twin = punches.find((punch) => isSameTap(punch, input.tappedAt));
  if (twin) return { outcome: 'already', punch: twin, day };
  checkBiometric(question);
  const place = punchPlace(question);
  requireCheck(question, place);
  if (punches.length >= MAX_PUNCHES && !spareIn(question.groups ?? [punches]))
    throw new AppError('PUNCH_LIMIT', { max: MAX_PUNCHES });
  const { slot } = nextSlot(question.effective ?? punches, workEnd, intendedAt(input.tappedAt, now));
  return { outcome: 'booked', punch: punchOf(question, slot, place), day };
}

/** @throws AppError PUNCH_KEY_REUSED if the key was used with different content */
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

/**
 * The claimed time is recorded beside the server's, and an impossible time, or one on an attendance day that has ended, is
 * reported to the person.
 */
function checkClock(tappedAt: Instant, now: Instant, day: Day, claimedDay: Day): void {
  if (tappedAt > now + CLOCK_TOLERANCE_MS)
    throw new AppError('CLOCK_AHEAD', { aheadSeconds: Math.ceil((tappedAt - now) / 1_000) });
  if (claimedDay < day) throw new AppError('PUNCH_TOO_LATE', { day: claimedDay, tappedAt });
}

/** A challenge is valid for one punch. @throws AppError BIOMETRIC_FAILED */
function checkBiometric({ biometric, days }: PunchQuestion): void {
  if (!biometric) return;
  const isUsed = ({ challenge }: Punch) => biometric.confirmed && challenge === biometric.challenge;
  if (!biometric.confirmed || days.some(({ punches }) => punches.some(isUsed)))
    throw new AppError('BIOMETRIC_FAILED', {});
}

/**
 * However the place was proved, a site that requires a check books no punch without one. A field punch has its photo and,
 * there, a signature instead (`fieldPolicyAt`).
 * @throws AppError BIOMETRIC_REQUIRED
 */
function requireCheck({ input, sites, biometric }: PunchQuestion, { site }: PunchPlace): void {
  if (biometric?.confirmed || input.mode === 'field' || biometricAt(sites, site) !== 'required') return;
  const { id: siteId = '', name } = site ?? {};
  throw new AppError('BIOMETRIC_REQUIRED', { siteId, siteZh: name?.['zh-CN'] ?? '', siteEn: name?.en ?? '' });
}

const biometricAt = (sites: readonly PunchSite[], site: Punch['site']): PunchSite['biometric'] =>
  sites.find(({ id }) => id === site?.id)?.biometric;

/** Who may make field punches freely does not pass by the check of a site that requires one: there they need approval. */
export function fieldPolicyAt(punch: Punch, sites: readonly PunchSite[], policy: FieldPolicy): FieldPolicy {
  const isUnchecked = punch.challenge === undefined && biometricAt(sites, punch.site) === 'required';
  return policy === 'free' && isUnchecked ? 'approval' : policy;
}

/**
 * Compares the times of the taps only: punches queued on the phone arrive together but remain separate, and a
 * late retry is still recognized.
 */
const isSameTap = (punch: Punch, tappedAt: Instant): boolean =>
  Math.abs(tappedAt - punch.tappedAt) < SAME_TAP_MS;

/**
 * The time at which a queued punch was intended, used to determine its slot; the recorded time is the server's.
 */
export const intendedAt = (tappedAt: Instant, now: Instant): Instant =>
  isLateArrival(tappedAt, now) ? tappedAt : now;

const isLateArrival = (tappedAt: Instant, at: Instant): boolean => at - tappedAt > LATE_ARRIVAL_MS;

function punchOf(question: PunchQuestion, slot: Slot, place: PunchPlace): Punch {
  const { input, now, biometric, trustMinutes } = question;
  const waited = now - input.tappedAt;
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
    flags: flagsOf(
      input,
      now,
      { imprecise, unchecked: !check && biometricAt(question.sites, site) !== undefined },
      evidence,
    ),
    ...(waited > LATE_ARRIVAL_MS && { claim: waited <= trustMinutes * 60_000 ? 'trusted' : 'open' }),
    ...proof,
    ...(check && { challenge: check.challenge }),
    ...(device && { device }),
    ...(evidence.length > 0 && { evidence }),
  };
}

function evidenceOf(
  { input: { location, tappedAt }, day, days }: PunchQuestion,
  placeName: LocalText | string | null,
): FixEvidence[] {
  return location ? placeFlags({ location, tappedAt, day, placeName, days }) : [];
}

function flagsOf(
  { tappedAt, mode }: PunchInput,
  now: Instant,
  { imprecise, unchecked }: { readonly imprecise: boolean; readonly unchecked: boolean },
  evidence: readonly FixEvidence[],
): PunchFlag[] {
  const flags: PunchFlag[] = [];
  if (isLateArrival(tappedAt, now)) flags.push('late-arrival');
  if (imprecise) flags.push('low-accuracy');
  if (unchecked && mode !== 'field') flags.push('unchecked');
  if (mode === 'field') flags.push('field');
  for (const { flag } of evidence) flags.push(flag);
  return flags;
}
