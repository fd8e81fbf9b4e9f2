import type { Day, Instant, Minutes } from '#contracts/common';
import type { Mark, Reason } from '#contracts/day-status';
import { isFlexible, type ShiftTemplate } from '../../schedule/rules';
import { clockOn } from '../../shared/calendar/company-time';
import type { Punch } from './punch';
import { reason } from './reasons';

/** The result of arriving or leaving at a certain time. */
export interface Punctuality {
  readonly marks: readonly Mark[];
  readonly reasons: readonly Reason[];
  /** Days of absence according to the shift's thresholds. */
  readonly absentDays: 0 | 0.5 | 1;
}

const MINUTE = 60_000;

/** Truncated to whole minutes, as a clock shows them: 09:00:59 is 09:00, which is on time. */
export const shownMinute = (instant: number): number => Math.floor(instant / MINUTE) * MINUTE;

/** Late = max(0, clock-in − (start + flex)), in whole minutes. */
export function lateness(
  day: Day,
  shift: ShiftTemplate,
  { startAt, flex }: { readonly startAt: Instant; readonly flex: Minutes },
  arrival: Punch,
): Punctuality {
  const minutes = Math.max(0, (shownMinute(arrival.at) - startAt) / MINUTE - flex);
  if (minutes === 0) return PUNCTUAL;
  const figures = { at: clockOn(day, arrival.at), start: clockOn(day, startAt), minutes };
  const line = isFlexible(shift) ? reason('LATE_CORE', figures) : reason('LATE', { ...figures, flex });
  const counted = absenceOf(minutes, shift.lateHalfDayAfter, shift.lateAbsentAfter, 'LATE');
  return { ...counted, marks: [{ kind: 'late', minutes }], reasons: [line, ...counted.reasons] };
}

/** Early = max(0, required end − clock-out), in whole minutes. */
export function earliness(day: Day, shift: ShiftTemplate, endAt: Instant, leaving: Punch): Punctuality {
  const minutes = Math.max(0, (endAt - shownMinute(leaving.at)) / MINUTE);
  if (minutes === 0) return PUNCTUAL;
  const line = reason('EARLY', { at: clockOn(day, leaving.at), end: clockOn(day, endAt), minutes });
  const counted = absenceOf(minutes, shift.earlyHalfDayAfter, shift.earlyAbsentAfter, 'EARLY');
  return { ...counted, marks: [{ kind: 'early', minutes }], reasons: [line, ...counted.reasons] };
}

const PUNCTUAL: Punctuality = { marks: [], reasons: [], absentDays: 0 };

/** Thresholds are exclusive: only more minutes than the limit count. */
function absenceOf(minutes: Minutes, half: Minutes, whole: Minutes, side: 'LATE' | 'EARLY') {
  if (minutes > whole)
    return { absentDays: 1 as const, reasons: [reason(`${side}_ABSENT`, { minutes, limit: whole })] };
  if (minutes > half)
    return { absentDays: 0.5 as const, reasons: [reason(`${side}_HALF_DAY`, { minutes, limit: half })] };
  return { absentDays: 0 as const, reasons: [] };
}
