import type { Mark, Reason } from '../../../typings/contracts/attendance';
import type { Day, Instant, Minutes } from '../../../typings/contracts/common';
import { clockOn, instantAt } from '../../shared/calendar/company-time';
import type { ExpectedTime } from './expected-time';
import type { Punch } from './punch';
import { reason } from './reasons';
import type { ShiftTemplate } from './shift';

/** What coming or going at a certain time means. */
export interface Punctuality {
  readonly marks: readonly Mark[];
  readonly reasons: readonly Reason[];
  /** Days of absence that it counts as, by the shift's thresholds. */
  readonly absentDays: 0 | 0.5 | 1;
}

interface Presence {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

const MINUTE = 60_000;

/** A clock shows whole minutes: 09:00:59 is 09:00, which is on time. */
const shownMinute = (instant: number): number => Math.floor(instant / MINUTE) * MINUTE;

/** Flex minutes used and the end that the person owes, moved by as much unless leave covers the end. */
export function flexOf(
  day: Day,
  shift: ShiftTemplate,
  { presence, flexible }: ExpectedTime & { presence: Presence },
  arrival: Punch | null,
): { flex: Minutes; used: Minutes; endAt: Instant } {
  const flex = flexible ? shift.flexMinutes : 0;
  const behind = arrival ? (shownMinute(arrival.at) - presence.startAt) / MINUTE : 0;
  const used = Math.min(flex, Math.max(0, behind));
  const movable = presence.endAt === instantAt(day, shift.end);
  return { flex, used, endAt: (presence.endAt + (movable ? used * MINUTE : 0)) as Instant };
}

/** Late = max(0, clock-in − (start + flex)), in whole minutes. */
export function lateness(
  day: Day,
  shift: ShiftTemplate,
  startAt: Instant,
  flex: Minutes,
  arrival: Punch,
): Punctuality {
  const minutes = Math.max(0, (shownMinute(arrival.at) - startAt) / MINUTE - flex);
  if (minutes === 0) return PUNCTUAL;
  const at = clockOn(day, arrival.at);
  const line = reason('LATE', { at, start: clockOn(day, startAt), flex, minutes });
  const counted = absenceOf(minutes, shift.lateHalfDayAfter, shift.lateAbsentAfter, 'LATE');
  return { ...counted, marks: [{ kind: 'late', minutes }], reasons: [line, ...counted.reasons] };
}

/** Early = max(0, the end that is owed − clock-out), in whole minutes. */
export function earliness(day: Day, shift: ShiftTemplate, endAt: Instant, leaving: Punch): Punctuality {
  const minutes = Math.max(0, (endAt - shownMinute(leaving.at)) / MINUTE);
  if (minutes === 0) return PUNCTUAL;
  const line = reason('EARLY', { at: clockOn(day, leaving.at), end: clockOn(day, endAt), minutes });
  const counted = absenceOf(minutes, shift.earlyHalfDayAfter, shift.earlyAbsentAfter, 'EARLY');
  return { ...counted, marks: [{ kind: 'early', minutes }], reasons: [line, ...counted.reasons] };
}

const PUNCTUAL: Punctuality = { marks: [], reasons: [], absentDays: 0 };

/** More than the limit counts, the limit itself does not. */
function absenceOf(minutes: Minutes, half: Minutes, whole: Minutes, side: 'LATE' | 'EARLY') {
  if (minutes > whole)
    return { absentDays: 1 as const, reasons: [reason(`${side}_ABSENT`, { minutes, limit: whole })] };
  if (minutes > half)
    return { absentDays: 0.5 as const, reasons: [reason(`${side}_HALF_DAY`, { minutes, limit: half })] };
  return { absentDays: 0 as const, reasons: [] };
}

/** The line about flex minutes, if any were used. */
export function flexReasons(day: Day, used: Minutes, endAt: Instant): Reason[] {
  return used > 0 ? [reason('FLEX_USED', { minutes: used, end: clockOn(day, endAt) })] : [];
}
