import type { Day } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import { isEmployedOn } from '../../people/rules';
import {
  type CalendarOverride,
  type CompleteYears,
  isWorking,
  type KindOfDay,
  kindOfDay,
} from '../../shared/calendar/day-kind';
import type { ShiftTemplate } from './shift';
import { type DatedShift, versionOn } from './shift-versions';

/** The employee fields that a schedule needs. */
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

/** A person's schedule: the assigned shift of a day, and whether it has to be worked. */
export interface Schedule {
  /** Also on days off, where it only determines the borders of the day. */
  shiftOn(day: Day): ShiftTemplate | null;
  /** The shift to be worked; null on a day off. */
  workOn(day: Day): ShiftTemplate | null;
  /** A holiday remains one on rostered days, even for people who work on it. */
  kindOn(day: Day): KindOfDay;
  employedOn(day: Day): boolean;
  /** The roster's entry; null if week and calendar decide. */
  rosterOn(day: Day): 'work' | 'off' | null;
  /**
   * Whether the person has to work: employed, and a workday by roster, calendar or week, with or without a
   * shift. The only rule for attendance, leave, overtime and corrections.
   */
  worksOn(day: Day): boolean;
}

/** Of nobody, for rules that do not ask about days: reading it needs no call. */
export const NO_SCHEDULE: Schedule = {
  shiftOn: () => null,
  workOn: () => null,
  kindOn: () => ({ kind: 'restday', name: null }),
  employedOn: () => false,
  rosterOn: () => null,
  worksOn: () => false,
};

/** Roster entries by day: a shift id or `off`. */
export type Roster = ReadonlyMap<Day, string>;

/** A day off by roster; reserved, so that no shift has this id. */
export const ROSTER_OFF = 'off';

/** For people without a shift: the statutory week, Monday to Friday. */
export const DEFAULT_WORKDAYS = [1, 2, 3, 4, 5];

/** The assignment that applies on a day: the last one that has started. */
export function assignmentOn(person: Scheduled, day: Day): Scheduled['assignments'][number] | null {
  let last: Scheduled['assignments'][number] | null = null;
  for (const next of person.assignments)
    if (next.from <= day && !(last && last.from > next.from)) last = next;
  return last;
}

/**
 * Combines roster, assignments, shifts (each as it is on the day) and the company calendar. The roster overrides week and holidays; an
 * entry with an unknown shift is ignored.
 */
export function scheduleOf(
  person: Scheduled,
  shifts: ReadonlyMap<string, DatedShift>,
  overrides: readonly CalendarOverride[],
  roster: Roster = new Map(),
  complete?: CompleteYears,
): Schedule {
  const valid = (id: string | undefined, day: Day) => {
    const shift = shifts.get(id ?? '');
    return shift ? versionOn(shift, day) : null;
  };
  const rostered = (day: Day) => valid(roster.get(day), day);
  const usual = (day: Day) => valid(assignmentOn(person, day)?.shiftId, day);
  const shiftOn = (day: Day) => rostered(day) ?? usual(day);
  const rosterOn = (day: Day) => {
    if (roster.get(day) === ROSTER_OFF) return 'off';
    return rostered(day) ? 'work' : null;
  };
  const kindOn = (day: Day) =>
    withRoster(kindOfDay(day, usual(day)?.workdays ?? DEFAULT_WORKDAYS, overrides, complete), rosterOn(day));
  const employedOn = (day: Day) => isEmployedOn(person, day);
  const worksOn = (day: Day) => employedOn(day) && isWorkPlanned(kindOn(day).kind, rosterOn(day));
  const workOn = (day: Day) => (worksOn(day) ? shiftOn(day) : null);
  return { shiftOn, kindOn, employedOn, rosterOn, worksOn, workOn };
}

/** The roster overrides the kind of day: a rostered holiday has to be worked. */
export const isWorkPlanned = (kind: DayKind, roster: 'work' | 'off' | null): boolean =>
  roster === 'work' || (roster !== 'off' && isWorking(kind));

/**
 * A rostered shift turns a rest day into a workday but leaves a holiday; a rostered day off turns a workday
 * into a rest day.
 */
function withRoster(usual: KindOfDay, roster: 'work' | 'off' | null): KindOfDay {
  if (roster === 'work' && usual.kind === 'restday') return { kind: 'workday', name: null };
  if (roster === 'off' && isWorking(usual.kind)) return { kind: 'restday', name: null };
  // The roster has decided, whatever is announced later.
  return roster !== null && usual.open ? { kind: usual.kind, name: usual.name } : usual;
}
