import type { Day } from '#contracts/common';
import type { KeyResult } from '#contracts/goal';
import { FULL } from '../../../miniprogram/common/goals/share';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import type { Cycle } from './cycle';
import { keyResultProgress } from './objective-progress';
import { ladder, RUNGS, type Rung, workdaysAfter } from './push/ladder';
import type { Quiet, Sheet } from './sheet';
import { standingsOf } from './standings';

/** Workdays without a report after which somebody is reminded, unless the cycle says otherwise. */
export const REMIND_AFTER = 5;

export interface QuietStep {
  readonly quiet: Quiet | null;
  /** The next day on which to look; null once there is nothing to remind of any more. */
  readonly quietOn: Day | null;
  readonly rungs: readonly Rung[];
  /** Key results that nobody has reported on for that long. */
  readonly count: number;
}

const NOTHING: QuietStep = { quiet: null, quietOn: null, rungs: [], count: 0 };

type Plan = Pick<Cycle, 'from' | 'to' | 'state' | 'remindAfter'>;

/**
 * Whom to remind of a sheet today, and when to look again. By the same ladder as pushed goals, from the day on which the last
 * workday without a report was over; a report begins it anew. Muted once the cycle is over or the review is handed in.
 */
export function quietStep(
  sheet: Sheet,
  { from, to, state, remindAfter = REMIND_AFTER }: Plan,
  today: Day,
  isWorkday: (day: Day) => boolean,
): QuietStep {
  const isOver = state === 'closing' || state === 'closed' || today > to;
  if (isOver || sheet.state === 'closed' || sheet.review || remindAfter === 0) return NOTHING;
  const days = quietDays(sheet, from);
  const [since] = days;
  if (since === undefined) return { ...NOTHING, quietOn: later(from, addDays(today, 1)) };
  const deadlineOf = (day: Day): Day | null => workdaysAfter(day, remindAfter, isWorkday);
  const deadline = deadlineOf(since);
  if (deadline === null) return NOTHING;
  const reminded = sheet.quiet?.since === since ? sheet.quiet.reminded : 'nobody';
  const { due, next } = ladder(deadline, today, isWorkday);
  const done = reminded === 'nobody' ? -1 : RUNGS.indexOf(reminded);
  const last = due.at(-1);
  return {
    quiet: { since, reminded: last && due.length > done + 1 ? last : reminded },
    // After the last rung a report is waited for: it is looked at once more for each day.
    quietOn: next ?? addDays(today, 1),
    rungs: due.filter((rung) => RUNGS.indexOf(rung) > done),
    count: days.filter((day) => (deadlineOf(day) ?? today) < today).length,
  };
}

/** Since when nothing was reported on each key result that is reported and not reached yet, the longest first. */
function quietDays(sheet: Sheet, from: Day): Day[] {
  const standings = standingsOf(sheet);
  const before = addDays(from, -1);
  const active = sheet.objectives.filter(({ state }) => state === 'active');
  return active
    .flatMap(({ id, keyResults }) => {
      const added = addedOn(sheet, id);
      const running = keyResults.filter(
        (each) => isReported(each) && (isLimit(each) || keyResultProgress(each, standings).counted < FULL),
      );
      return running.map((each) => [before, added, reportedOn(sheet, each.id)].reduce(later));
    })
    .sort();
}

const isReported = ({ source }: KeyResult): boolean => source === 'own' || source === 'outside';
/** A limit is kept only as long as somebody says so. */
const isLimit = ({ measure }: KeyResult): boolean => 'limit' in measure;
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const NEVER = '' as Day;

/** The day on which an objective joined a running cycle; before every day for one that was agreed before it. */
function addedOn({ amendments }: Sheet, objectiveId: string): Day {
  const found = amendments.find((each) => each.objectiveId === objectiveId && each.what.includes('new'));
  return found ? dayOf(found.at) : NEVER;
}

/** The latest day that something was reported of, by the person or a system outside. */
function reportedOn({ log }: Sheet, keyResultId: string): Day {
  const found = log.findLast(
    ({ undone, entries }) => !undone && entries.some((each) => each.keyResultId === keyResultId),
  );
  return found?.day ?? NEVER;
}
