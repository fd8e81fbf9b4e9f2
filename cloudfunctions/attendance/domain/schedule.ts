import type { Day } from '../../../typings/contracts/common';
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
  kindOn(day: Day): KindOfDay;
  employedOn(day: Day): boolean;
}

/** Somebody without a shift: the week of the law, Monday to Friday. */
const USUAL_WORKDAYS = [1, 2, 3, 4, 5];

/** The assignment that holds on a day: the last one that has begun. */
export function assignmentOn(person: Scheduled, day: Day): Scheduled['assignments'][number] | null {
  const begun = person.assignments.filter(({ from }) => from <= day);
  return begun.reduce<(typeof begun)[number] | null>(
    (last, next) => (last && last.from > next.from ? last : next),
    null,
  );
}

/** Reads the plan off the assignments, the shifts and the company's calendar. */
export function scheduleOf(
  person: Scheduled,
  shifts: ReadonlyMap<string, ShiftTemplate>,
  overrides: readonly CalendarOverride[],
): Schedule {
  const shiftOn = (day: Day) => shifts.get(assignmentOn(person, day)?.shiftId ?? '') ?? null;
  const kindOn = (day: Day) => kindOfDay(day, shiftOn(day)?.workdays ?? USUAL_WORKDAYS, overrides);
  const employedOn = (day: Day) => person.hiredOn <= day && (person.leftOn === null || day <= person.leftOn);
  const workOn = (day: Day) => (employedOn(day) && isWorking(kindOn(day).kind) ? shiftOn(day) : null);
  return { shiftOn, kindOn, employedOn, workOn };
}
