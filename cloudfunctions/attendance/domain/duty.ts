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

/** What one stretch of work asks of somebody who came at a certain time. */
export interface Duty {
  /** Late is counted from here plus flex minutes, early against `endAt`. */
  readonly startAt: Instant;
  readonly flex: Minutes;
  readonly endAt: Instant;
  /** Why the end is when it is, if there is something to say. */
  readonly reasons: readonly Reason[];
}

/** Work that is owed at all: leave and trips do not cover everything. */
export type Owed = ExpectedTime & { readonly presence: NonNullable<ExpectedTime['presence']> };

/** When the person has to be there on one day, by the kind of the shift. */
export function expectationOf(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): ExpectedTime {
  return isFlexible(shift) ? flexibleTime(day, shift, covers) : expectedTime(day, shift, covers);
}

/** `arrival` is null as long as nobody came. */
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

/** Flex minutes used move the end by as much, unless leave covers the start or the end. */
function fixedDuty(
  day: Day,
  shift: ShiftTemplate,
  { presence, flexible }: Owed,
  arrival: Punch | null,
): Duty {
  const flex = flexible ? shift.flexMinutes : 0;
  const behind = arrival ? (shownMinute(arrival.at) - presence.startAt) / 60_000 : 0;
  const used = Math.min(flex, Math.max(0, behind));
  const movable = presence.endAt === instantAt(day, shift.end);
  const endAt = (presence.endAt + (movable ? used * 60_000 : 0)) as Instant;
  const reasons = used > 0 ? [reason('FLEX_USED', { minutes: used, end: clockOn(day, endAt) })] : [];
  return { startAt: presence.startAt, flex, endAt, reasons };
}

/** The end follows the arrival: when the required minutes are done, and not before the core time is over. */
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
