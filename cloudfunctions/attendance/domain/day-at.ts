import type { Day, Instant, Minutes } from '#contracts/common';
import type { AccountSpan } from '../../accounts/rules';
import type { Schedule } from '../../schedule/rules';
import {
  attendanceDayOf,
  closesAt,
  latestCloseOf,
  type ShiftOf,
  withOvertime,
} from '../../schedule/rules-time';
import { addDays } from '../../shared/calendar/company-time';
import type { AttendanceDay } from './attendance-day';
import { expectedTime } from './expected-time';
import { effectivePunches, requestedDay } from './requested-day';
import { workOf } from './work-of';

/** What decides to which day an instant belongs. `stored` may lack days without punches. */
export interface DayContext {
  readonly schedule: Schedule;
  readonly spans: readonly AccountSpan[];
  readonly stored: ReadonlyMap<Day, AttendanceDay>;
  /** Minutes after the end of a shift, see `AttendanceSettings`. */
  readonly latestEnd: Minutes;
}

/**
 * The attendance day of an instant: by the schedule with approved overtime, unless the day before is still
 * running. A later punch never moves an earlier one to another day: what continues a day keeps it running, and
 * a day does not run beyond the first punch of the next one.
 */
export function dayAt(instant: number, context: DayContext): Day {
  const planned = plannedDayOf(instant, context);
  const before = addDays(planned, -1);
  return instant < closesOn(before, context) ? before : planned;
}

/** When the day ends (exclusive): at the border, or later while it is running. */
export function closesOn(day: Day, context: DayContext): Instant {
  const border = closesAt(day, plannedShiftOf(context));
  if (!isRunning(day, border, context)) return border;
  const [first] = punchTimes(addDays(day, 1), context);
  return Math.max(border, Math.min(latestCloseOn(day, context), first ?? Infinity)) as Instant;
}

/** The latest that the day may end, whatever is punched. */
export function latestCloseOn(day: Day, context: DayContext): Instant {
  return latestCloseOf(day, {
    shiftOf: plannedShiftOf(context),
    expectedAt: (next) => expectedAt(next, context),
    latestEnd: context.latestEnd,
  });
}

/** The last punch is a clock-in, or the day was continued after its border. */
function isRunning(day: Day, border: Instant, context: DayContext): boolean {
  const punches = punchesOn(day, context);
  const last = punches.reduce<(typeof punches)[number] | null>(
    (latest, punch) => (latest && latest.at > punch.at ? latest : punch),
    null,
  );
  return last !== null && (last.slot === 'in' || last.at >= border);
}

const punchesOn = (day: Day, { stored, spans }: DayContext) =>
  effectivePunches(day, stored.get(day)?.punches ?? [], spans);

const punchTimes = (day: Day, context: DayContext): Instant[] =>
  punchesOn(day, context)
    .map(({ at }) => at)
    .sort((a, b) => a - b);

/** The start of what is to be worked on a day, after leave and trips; null if nothing is. */
function expectedAt(day: Day, { schedule, spans, stored }: DayContext): Instant | null {
  const before = stored.get(day) ?? null;
  const work = workOf(day, schedule, before);
  if (!work) return null;
  const { covers } = requestedDay(day, work, [], spans);
  return expectedTime(day, work, [...(before?.covers ?? []), ...covers]).presence?.startAt ?? null;
}

/** The shifts of the schedule, with approved overtime. */
function plannedShiftOf({ schedule, spans }: Pick<DayContext, 'schedule' | 'spans'>): ShiftOf {
  const overtime = spans.filter(({ kind, state }) => kind === 'overtime' && state === 'approved');
  return withOvertime(schedule.shiftOn, overtime);
}

/** The attendance day of an instant by schedule and approved overtime alone: at most one day too late. */
export const plannedDayOf = (instant: number, context: Pick<DayContext, 'schedule' | 'spans'>): Day =>
  attendanceDayOf(instant, plannedShiftOf(context));
