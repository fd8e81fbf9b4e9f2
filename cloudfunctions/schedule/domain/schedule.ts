import type { Day } from '#contracts/common';
import { type CalendarOverride, isWorking, type KindOfDay, kindOfDay } from '../../shared/calendar/day-kind';
import type { ShiftTemplate } from './shift';

/** What the schedule needs of a person. */
export interface Scheduled {
  readonly hiredOn: Day;
  readonly leftOn: Day | null;
  readonly assignments: readonly {
    readonly from: Day;
    readonly shiftId: string;
    readonly siteIds: readonly string[];
    readonly fieldPolicy: 'free' | 'approval' | 'forbidden';
  }[];
}

/** A person's plan: which shift is assigned on a day, and whether it has to be worked. */
export interface Schedule {
  /** Also on days off, where it only draws the borders of the day. */
  shiftOn(day: Day): ShiftTemplate | null;
  /** The shift that has to be worked; null on a day off. */
  workOn(day: Day): ShiftTemplate | null;
  /** Of a day that the roster fills: a holiday stays one, also for whoever works on it. */
  kindOn(day: Day): KindOfDay;
  employedOn(day: Day): boolean;
  /** What the roster says; null where the week and the calendar decide. */
  rosterOn(day: Day): 'work' | 'off' | null;
  /** Whether it is a day to come, with or without a shift. */
  worksOn(day: Day): boolean;
}

/** What a roster says of single days: the id of a shift, or `off`. */
export type Roster = ReadonlyMap<Day, string>;

/** A day off by roster; no shift is called so. */
export const ROSTER_OFF = 'off';

/** Somebody without a shift: the week of the law, Monday to Friday. */
const USUAL_WORKDAYS = [1, 2, 3, 4, 5];

/** The assignment that holds on a day: the last one that has begun. */
export function assignmentOn(person: Scheduled, day: Day): Scheduled['assignments'][number] | null {
  let last: Scheduled['assignments'][number] | null = null;
  for (const next of person.assignments)
    if (next.from <= day && !(last && last.from > next.from)) last = next;
  return last;
}

/**
 * Reads the plan off the roster, the assignments, the shifts and the company's calendar. The roster comes before
 * week and holidays; a shift in it that does not exist is as nothing.
 */
export function scheduleOf(
  person: Scheduled,
  shifts: ReadonlyMap<string, ShiftTemplate>,
  overrides: readonly CalendarOverride[],
  roster: Roster = new Map(),
): Schedule {
  const rostered = (day: Day) => shifts.get(roster.get(day) ?? '') ?? null;
  const usual = (day: Day) => shifts.get(assignmentOn(person, day)?.shiftId ?? '') ?? null;
  const shiftOn = (day: Day) => rostered(day) ?? usual(day);
  const rosterOn = (day: Day) => {
    if (roster.get(day) === ROSTER_OFF) return 'off';
    return rostered(day) ? 'work' : null;
  };
  const kindOn = (day: Day) =>
    asRostered(kindOfDay(day, usual(day)?.workdays ?? USUAL_WORKDAYS, overrides), rosterOn(day));
  const employedOn = (day: Day) => person.hiredOn <= day && (person.leftOn === null || day <= person.leftOn);
  const worksOn = (day: Day) => employedOn(day) && (rosterOn(day) === 'work' || isWorking(kindOn(day).kind));
  const workOn = (day: Day) => (worksOn(day) ? shiftOn(day) : null);
  return { shiftOn, kindOn, employedOn, rosterOn, worksOn, workOn };
}

/** Work turns a rest day into a workday and leaves a holiday one; a day off turns a workday into a rest day. */
function asRostered(usual: KindOfDay, roster: 'work' | 'off' | null): KindOfDay {
  if (roster === 'work' && usual.kind === 'restday') return { kind: 'workday', name: null };
  if (roster === 'off' && isWorking(usual.kind)) return { kind: 'restday', name: null };
  return usual;
}
