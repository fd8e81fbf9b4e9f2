import type { Day, Instant, Minutes } from '#contracts/common';
import type { Reason } from '#contracts/day-status';
import { isFlexible, type ShiftTemplate } from '../../schedule/rules';
import { clockOn, instantAt } from '../../shared/calendar/company-time';
import type { Cover } from './attendance-day';
import { type ExpectedTime, expectedTime } from './expected-time';
import { flexibleEnd, flexibleTime } from './flexible-time';
import type { Punch } from './punch';
import { shownMinute } from './punctuality';
import { reason } from './reasons';

/** What a part of the shift requires, given the arrival. */
export interface Duty {
  /** Lateness is counted from here plus flex minutes, early leave against `endAt`. */
  readonly startAt: Instant;
  readonly flex: Minutes;
  readonly endAt: Instant;
  /** The reasons for the required end, if any. */
  readonly reasons: readonly Reason[];
}

/** Expected time that is not entirely covered by leave and trips. */
export type Owed = ExpectedTime & { readonly presence: NonNullable<ExpectedTime['presence']> };

/** The expected time of a day, by the kind of shift. */
export function expectationOf(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): ExpectedTime {
  return isFlexible(shift) ? flexibleTime(day, shift, covers) : expectedTime(day, shift, covers);
}

/** `arrival` is null before the clock-in. */
export function dutyOf(
  day: Day,
  shift: ShiftTemplate,
  covers: readonly Cover[],
  expected: Owed,
  arrival: Punch | null,
): Duty {
  return isFlexible(shift)
    ? flexibleDuty(day, shift, covers, expected, arrival)
    : fixedDuty(day, shift, expected, arrival);
}

/** Used flex minutes shift the end by the same amount, unless leave covers the start or the end. */
function fixedDuty(
  day: Day,
  shift: ShiftTemplate,
  { presence, flexible }: Owed,
  arrival: Punch | null,
): Duty {
  const flex = flexible ? shift.flexMinutes : 0;
  const minutesLate = arrival ? (shownMinute(arrival.at) - presence.startAt) / 60_000 : 0;
  const used = Math.min(flex, Math.max(0, minutesLate));
  const movable = presence.endAt === instantAt(day, shift.end);
  const endAt = (presence.endAt + (movable ? used * 60_000 : 0)) as Instant;
  const reasons = used > 0 ? [reason('FLEX_USED', { minutes: used, end: clockOn(day, endAt) })] : [];
  return { startAt: presence.startAt, flex, endAt, reasons };
}

/** The end depends on the arrival: after the required minutes, but not before the end of the core time. */
function flexibleDuty(
  day: Day,
  shift: ShiftTemplate,
  covers: readonly Cover[],
  { presence, presenceMinutes }: Owed,
  arrival: Punch | null,
): Duty {
  const endAt = arrival
    ? flexibleEnd(day, shift, covers, presenceMinutes, shownMinute(arrival.at))
    : presence.endAt;
  const line = reason('REQUIRED', { minutes: presenceMinutes, end: clockOn(day, endAt) });
  return { startAt: presence.startAt, flex: 0, endAt, reasons: arrival ? [line] : [] };
}
