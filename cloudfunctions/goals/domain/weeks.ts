import type { Day } from '#contracts/common';
import type { EvidenceGoals, EvidenceObjective, EvidenceWeek } from '#contracts/review-evidence';
import { addDays, weekdayOf } from '../../shared/calendar/company-time';
import { excerptOf } from '../../shared/text/excerpt';
import { keyResultProgress, objectiveProgress, sheetProgress } from './objective-progress';
import type { CheckIn, Sheet } from './sheet';
import { standingsOf } from './standings';
import { progressAt } from './week-before';

/** Of a year, with those that are of two. */
const MOST_WEEKS = 54;
/** Of each week alike: a week full of words takes no room from another. */
const MOST_WORDS = 3;
const CHARACTERS = 100;

/** Titles and progress of what counts, which are open to everybody. */
export function evidenceGoals(sheet: Sheet): Pick<EvidenceGoals, 'progress' | 'objectives'> {
  const standings = standingsOf(sheet);
  const objectives = sheet.objectives
    .filter(({ state }) => state === 'active')
    .map((objective): EvidenceObjective => {
      const { id, title, weight, keyResults } = objective;
      const rows = keyResults.map((each) => {
        const { counted, note } = keyResultProgress(each, standings);
        return { id: each.id, title: each.title, progress: note === 'no-data' ? null : counted };
      });
      return { id, title, weight, progress: objectiveProgress(objective, standings).counted, rows };
    });
  return { progress: sheetProgress(sheet.objectives, standings).counted, objectives };
}

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The weeks of a cycle, the first one first, those without a check-in as well: a silence is seen too. */
export function weeksOf(
  sheet: Sheet,
  checkIns: readonly CheckIn[],
  { from, to }: Days,
  withReports: boolean,
): EvidenceWeek[] {
  const weeks: EvidenceWeek[] = [];
  const counted = checkIns.filter(({ undone }) => !undone);
  let monday = addDays(from, 1 - weekdayOf(from));
  while (monday <= to && weeks.length < MOST_WEEKS) {
    const next = addDays(monday, 7);
    const first = monday < from ? from : monday;
    const last = next <= to ? addDays(next, -1) : to;
    const own = counted.filter(({ day }) => day >= first && day <= last);
    weeks.push({
      ...{ from: first, to: last, checkIns: own.length, progress: progressAt(sheet, last) },
      words: wordsOf(own, withReports),
    });
    monday = next;
  }
  return weeks;
}

const wordsOf = (checkIns: readonly CheckIn[], withReports: boolean): string[] =>
  checkIns
    .map(({ note, text }) => note || (withReports && text) || '')
    .filter((words) => words !== '')
    .slice(-MOST_WORDS)
    .map((words) => excerptOf(words, CHARACTERS));
