import type { Instant } from '#contracts/common';
import type { Mark } from '#contracts/day-status';
import type { PunchRecord, SeenBeacon } from '#contracts/punch';
import type { Today } from '#contracts/today';
import type { BeaconFailure } from '../../services/beacons';
import type { Failure } from '../../services/client-error';
import type { Place } from '../../services/place';
import type { QueuedPunch } from '../../services/punch-queue';
import { instantAt } from '../../utils/dates';
import { judgePlace, type Verdict } from '../../utils/distance';

/** State of the Today screen; the view is a function of it. */
export interface TodayModel {
  /** Last response of the server; null before the first. */
  readonly today: Today | null;
  /** `old`: of an earlier attendance day, so the current shift and punches are unknown. */
  readonly freshness: 'none' | 'old' | 'cached' | 'fresh';
  /** Why the last refresh failed; null after a success. */
  readonly failure: Failure | null;
  readonly online: boolean;
  readonly place: Place | { readonly state: 'locating' };
  readonly queue: readonly QueuedPunch[];
  /** `beacons`: discovering beacons. `checking`: biometric check. */
  readonly phase: 'idle' | 'locating' | 'beacons' | 'checking' | 'sending';
  /** Beacons of the person's sites found during this tap. */
  readonly beacons: readonly SeenBeacon[];
  /** The BSSID of a site's network that proves the place of this tap; empty for none. */
  readonly wifi: string;
  /** Why the last tap found no beacon; empty if none was searched. */
  readonly bluetooth: '' | 'nothing' | BeaconFailure;
  /** The punch that the last tap booked, shown until the next tap. */
  readonly booked: { readonly punch: PunchRecord; readonly already: boolean } | null;
  /** Number of requests that wait for the person. */
  readonly waiting: number;
  /** Own rejected requests that were opened on this phone. */
  readonly seen: readonly string[];
  /** Shows all to-dos instead of the first. */
  readonly allTodos: boolean;
  readonly now: Instant;
}

/**
 * What a tap on the dial would do. `any`: the slot is not known here, the server decides. `allow` and `locate` make a
 * punch possible again: the permission is asked for, or the location is looked for once more.
 */
export type DialAction = 'in' | 'out' | 'update' | 'field' | 'any' | 'allow' | 'locate';

/** Data of the current attendance day, or null. */
export const currentDay = (model: TodayModel): Today | null =>
  model.freshness === 'old' ? null : model.today;

/** Position of the phone relative to the person's sites; null while either is unknown. */
export function verdictOf({ today, place }: Pick<TodayModel, 'today' | 'place'>): Verdict | null {
  if (!today || place.state !== 'fix') return null;
  return judgePlace(place.location, today.sites, today.maxAccuracy);
}

export const mayFieldPunch = ({ today }: TodayModel): boolean =>
  today !== null && today.fieldPolicy !== 'forbidden';

/** Whether site codes are offered: the person has sites, or they are unknown. */
export const mayScan = ({ today }: TodayModel): boolean => today === null || today.sites.length > 0;

/** Queued punches without the refused ones. */
export const waitingPunches = (model: TodayModel): readonly QueuedPunch[] =>
  model.queue.filter((punch) => !punch.failure);

/** The next punch, assuming that all queued punches are booked. */
export function nextPunch(model: TodayModel): Today['next'] | null {
  const today = currentDay(model);
  if (!today) return null;
  if (waitingPunches(model).length === 0) return today.next;
  return today.next.slot === 'in' ? { slot: 'out', update: false } : { slot: 'out', update: true };
}

/** Taps within this time count as one; the same as on the server. */
const SAME_TAP_MS = 60_000;

/** Whether a tap repeats the punch that was just booked; it is ignored. */
export function isSameTap({ booked }: TodayModel, tappedAt: Instant): boolean {
  return booked !== null && Math.abs(tappedAt - booked.punch.tappedAt) < SAME_TAP_MS;
}

/** Whether beacons or networks of the person's sites can prove presence without a location. */
export const hasOtherWay = ({ today, place }: TodayModel): boolean =>
  (today?.sites ?? []).some(
    // Who refuses the location refuses the network too.
    ({ beaconUuids = [], wifi }) => beaconUuids.length > 0 || (wifi && place.state === 'failed'),
  );

const PLACE_ACTIONS: Readonly<Partial<Record<TodayModel['place']['state'], 'allow' | 'locate'>>> = {
  denied: 'allow',
  privacy: 'locate',
  undeclared: 'locate',
  'system-off': 'locate',
  'app-off': 'locate',
  failed: 'locate',
};

/** What helps if there is no location and nothing else proves the presence. */
export const placeAction = (model: TodayModel): 'allow' | 'locate' | null =>
  hasOtherWay(model) ? null : (PLACE_ACTIONS[model.place.state] ?? null);

/** Whether a beacon or a network proves the place of this tap, as a code does. */
export const hasOtherProof = ({ beacons, wifi }: TodayModel): boolean => beacons.length > 0 || wifi !== '';

export function dialAction(model: TodayModel): DialAction {
  const help = placeAction(model);
  if (help) return help;
  const verdict = verdictOf(model);
  const outside = verdict?.kind === 'outside' || verdict?.kind === 'no-site';
  if (outside && !hasOtherProof(model) && mayFieldPunch(model)) return 'field';
  const next = nextPunch(model);
  if (!next) return 'any';
  return next.update ? 'update' : next.slot;
}

/**
 * End of work as last calculated by the server (with flex minutes, leave and trips), else the end of the shift. Null on
 * a day off.
 */
export function expectedEnd(model: TodayModel): Instant | null {
  const today = currentDay(model);
  if (!today?.shift) return null;
  const stillOpen = today.status.reasons.find(({ code }) => code === 'STILL_OPEN');
  const end = stillOpen ? instantAt(today.day, String(stillOpen.data.end), today.utcOffset) : Number.NaN;
  return Number.isNaN(end) ? today.shift.endAt : (end as Instant);
}

/** The dial is large again this long before the end of work. */
const END_NEAR_MS = 30 * 60_000;

/** Whether a punch now is possible but not expected: on a day off, at work, or after the clock-out. */
export function isPunchOptional(model: TodayModel): boolean {
  const today = currentDay(model);
  const next = nextPunch(model);
  if (!today || !next) return false;
  if (next.update || awayAllDay(today)) return true;
  if (!today.shift) return !today.status.marks.some(({ kind }) => kind === 'overtime');
  const end = expectedEnd(model);
  return next.slot === 'out' && end !== null && end - model.now > END_NEAR_MS;
}

/** The approved leave or trip that takes the whole day: no punch is expected. */
export function awayAllDay({ status }: Today): Extract<Mark, { kind: 'leave' | 'trip' }> | null {
  for (const mark of status.marks)
    if ((mark.kind === 'leave' || mark.kind === 'trip') && mark.days >= 1) return mark;
  return null;
}

/** Whether the data is of the attendance day that contains `now`. */
export const isCurrentDay = (today: Today, now: Instant): boolean => now < today.closesAt;

/** Whether the shift or the attendance day has ended between `before` and `now`. */
export function isOutdated(today: Today, before: Instant, now: Instant): boolean {
  const end = today.shift?.endAt;
  const shiftEnded = end !== undefined && before < end && now >= end;
  return shiftEnded || (isCurrentDay(today, before) && !isCurrentDay(today, now));
}
