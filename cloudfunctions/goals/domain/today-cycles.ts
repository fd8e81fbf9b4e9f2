import type { Day } from '#contracts/common';
import type { CycleKind } from '#contracts/goal';
import { addDays } from '../../shared/calendar/company-time';
import type { Calendar } from './company-days';
import { type Cycle, cycleOfId, cycleOn } from './cycle';
import { reviewWindow } from './review-window';

/** The shortest first. */
const KINDS: readonly CycleKind[] = ['month', 'quarter', 'year'];

/** Today says from when to when roughly, without a read of the company's own days; the page of the review knows exactly. */
const PUBLIC_CALENDAR: Calendar = { overrides: [], complete: new Set() };

export type CyclePlan = Pick<Cycle, '_id' | 'kind' | 'from' | 'to'>;

/** The cycles that a day is in, the shortest first. */
export const cyclesOn = (today: Day): CyclePlan[] => KINDS.map((kind) => cycleOn(kind, today));

/** Those that have ended lately, whose reviews are still taken. */
export const endedLately = (today: Day): CyclePlan[] =>
  cyclesOn(today)
    .map(({ kind, from }) => cycleOn(kind, addDays(from, -1)))
    .filter((cycle) => today <= reviewWindow(cycle, PUBLIC_CALENDAR).to);

/** Whether reviews of a cycle can still be confirmed. */
export const isConfirmable = (cycleId: string, today: Day): boolean =>
  today <= reviewWindow(cycleOfId(cycleId), PUBLIC_CALENDAR).confirmTo;
