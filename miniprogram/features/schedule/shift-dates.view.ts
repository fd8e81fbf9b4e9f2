import type { Day } from '#contracts/common';
import type { DatedShift } from '#contracts/shift';
import type { Words } from '../../locales/words';
import { addDays, dayText } from '../../utils/dates';
import { spanOnDay, weekText } from './clock';
import { draftOf, type ShiftDraft } from './shift.model';
import { editedVersion, type ShiftDates, versionBefore } from './shift-dates.model';

interface Dated extends ShiftDates {
  readonly today: Day;
  readonly stored: DatedShift | null;
  readonly draft: ShiftDraft | null;
}

/** How far ahead a change can be planned, as on the server. */
const MAX_AHEAD_DAYS = 366;

/** From which day on a change holds, and what is planned. A new shift has no such day. */
export function datesView({ today, from, editing, stored }: Dated, words: Words) {
  return {
    show: stored !== null,
    from,
    text: from === today ? words.t('shift.dates.today') : dayText(from, words),
    least: today,
    most: addDays(today, MAX_AHEAD_DAYS),
    planned: stored ? plannedOf(stored, today, editing, words) : [],
  };
}

/** The versions from today's on, if there is more than that. */
function plannedOf({ value, versions }: DatedShift, today: Day, editing: Day | null, words: Words) {
  const later = versions.filter(({ from }) => from !== null && from > today);
  if (later.length === 0) return [];
  const line = (shift: DatedShift['value']) =>
    [spanOnDay(shift.start, shift.end, words), weekText(shift.workdays, words)].join(
      words.t('common.separator'),
    );
  return [
    { day: '', title: words.t('shift.dates.now'), text: line(value), on: editing === null },
    ...later.map(({ from, shift }) => ({
      day: from ?? '',
      title: from ? words.t('shift.dates.from', { day: dayText(from, words) }) : '',
      text: line(shift),
      on: editing === from,
    })),
  ];
}

/** What saving does to which days. */
export function effectText({ today, from, editing, stored, draft }: Dated, words: Words): string {
  if (!stored) return '';
  if (isTakenBack({ from, editing }, stored, draft))
    return words.t('shift.dates.takesBack', { day: dayText(from, words) });
  if (from === today) return words.t('shift.effect');
  return words.t('shift.dates.later', { day: dayText(from, words) });
}

/** A planned change that is made as the shift was before it: saving takes it back. */
function isTakenBack({ from, editing }: ShiftDates, stored: DatedShift, draft: ShiftDraft | null): boolean {
  if (!draft || editing === null || editing !== from) return false;
  const before = versionBefore(stored, editing);
  const isChanged =
    JSON.stringify(draft) !== JSON.stringify(draftOf(editedVersion(stored, { from, editing })));
  return before !== null && isChanged && JSON.stringify(draft) === JSON.stringify(draftOf(before));
}
