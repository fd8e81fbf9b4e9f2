import type { Instant } from '#contracts/common';
import type { PunchRecord, SeenBeacon } from '#contracts/punch';
import type { Today } from '#contracts/today';
import type { BeaconFailure } from '../../services/beacons';
import type { Failure } from '../../services/client-error';
import type { Place } from '../../services/place';
import type { QueuedPunch } from '../../services/punch-queue';
import { instantAt } from '../../utils/dates';
import { judgePlace, type Verdict } from '../../utils/distance';

/** Everything that the Today screen knows; the view is worked out from it alone. */
export interface TodayModel {
  /** The last answer of the server; null before the first. */
  readonly today: Today | null;
  /** `old`: of an earlier attendance day, so that shift and punches of now are unknown. */
  readonly freshness: 'none' | 'old' | 'cached' | 'fresh';
  /** Why the last refresh failed; null after a success. */
  readonly failure: Failure | null;
  readonly online: boolean;
  readonly place: Place | { readonly state: 'locating' };
  readonly queue: readonly QueuedPunch[];
  /** `beacons`: looks for them. `checking`: the phone asks for a fingerprint or face. */
  readonly phase: 'idle' | 'locating' | 'beacons' | 'checking' | 'sending';
  /** Beacons of the person's sites that this tap has found. */
  readonly beacons: readonly SeenBeacon[];
  /** Why the last tap has found none; empty where none was looked for. */
  readonly bluetooth: '' | 'nothing' | BeaconFailure;
  /** What the last tap came to, shown until the next. */
  readonly booked: { readonly punch: PunchRecord; readonly already: boolean } | null;
  /** Requests that wait for the person, as Pending has told last. */
  readonly waiting: number;
  readonly now: Instant;
}

/** What a tap on the dial would do. `any`: the slot is not known here, the server decides. */
export type DialAction = 'in' | 'out' | 'update' | 'field' | 'any';

/** The answer about this very attendance day, or null. */
export const currentDay = (model: TodayModel): Today | null =>
  model.freshness === 'old' ? null : model.today;

/** Where the phone is by the sites of the person; null while either is unknown. */
export function verdictOf({ today, place }: TodayModel): Verdict | null {
  if (!today || place.state !== 'fix') return null;
  return judgePlace(place.location, today.sites, today.maxAccuracy);
}

export const mayFieldPunch = ({ today }: TodayModel): boolean =>
  today !== null && today.fieldPolicy !== 'forbidden';

/** Whether a code at a door can be of use: it is of a site where the person punches. */
export const mayScan = ({ today }: TodayModel): boolean => today === null || today.sites.length > 0;

/** Punches still on the phone, without those that the server refused. */
export const waitingPunches = (model: TodayModel): readonly QueuedPunch[] =>
  model.queue.filter((punch) => !punch.failure);

/** What is next once the punches on the phone have arrived. */
export function nextPunch(model: TodayModel): Today['next'] | null {
  const today = currentDay(model);
  if (!today) return null;
  if (waitingPunches(model).length === 0) return today.next;
  return today.next.slot === 'in' ? { slot: 'out', update: false } : { slot: 'out', update: true };
}

/** As on the server: taps closer than this are one. */
const SAME_TAP_MS = 60_000;

/** A nervous finger: the punch of this minute is booked and on the screen, there is nothing to ask or to send. */
export function isSameTap({ booked }: TodayModel, tappedAt: Instant): boolean {
  return booked !== null && Math.abs(tappedAt - booked.punch.tappedAt) < SAME_TAP_MS;
}

export function dialAction(model: TodayModel): DialAction {
  const verdict = verdictOf(model);
  const outside = verdict?.kind === 'outside' || verdict?.kind === 'no-site';
  if (outside && model.beacons.length === 0 && mayFieldPunch(model)) return 'field';
  const next = nextPunch(model);
  if (!next) return 'any';
  return next.update ? 'update' : next.slot;
}

/**
 * When the person may leave, as the server last worked it out (flex minutes, leave and trips counted); before
 * that the end of the shift. Null on a day off.
 */
export function expectedEnd(model: TodayModel): Instant | null {
  const today = currentDay(model);
  if (!today?.shift) return null;
  const stillOpen = today.status.reasons.find(({ code }) => code === 'STILL_OPEN');
  const end = stillOpen ? instantAt(today.day, String(stillOpen.data.end), today.utcOffset) : Number.NaN;
  return Number.isNaN(end) ? today.shift.endAt : (end as Instant);
}

/** Whether an answer still speaks of the attendance day that `now` lies in. */
export const isCurrentDay = (today: Today, now: Instant): boolean => now < today.closesAt;

/** Whether what a tap would be has changed since `before` by time alone: the shift has ended, the day is over. */
export function isOutdated(today: Today, before: Instant, now: Instant): boolean {
  const end = today.shift?.endAt;
  const shiftEnded = end !== undefined && before < end && now >= end;
  return shiftEnded || (isCurrentDay(today, before) && !isCurrentDay(today, now));
}
