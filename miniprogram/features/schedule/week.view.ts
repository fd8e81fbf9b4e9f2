import type { Day, Month } from '#contracts/common';
import type { Words } from '../../locales/words';
import { addDays, dayText } from '../../utils/dates';
import { nameOf } from './history.view';
import { mondayOf, mondaysOf, type Sheet, sourceMondays } from './roster.model';

const weekText = (monday: Day, words: Words): string =>
  words.t('roster.weekSpan', { from: dayText(monday, words), to: dayText(addDays(monday, 6), words) });

/** The weeks and people that a week can be copied between. */
export function weekOptions(
  { today, month, sheet }: { readonly today: Day; readonly month: Month; readonly sheet: Sheet | null },
  words: Words,
) {
  const weeks = (mondays: readonly Day[]) => mondays.map((id) => ({ id, name: weekText(id, words) }));
  // This week, or the first one of a month that it does not touch; it is copied from the week before.
  const at = Math.max(0, mondaysOf(month).indexOf(mondayOf(today)));
  return {
    at,
    from: weeks(sourceMondays(month)),
    to: weeks(mondaysOf(month)),
    people: [
      { id: '', name: words.t('roster.everybody') },
      ...(sheet?.rows ?? []).map((row) => ({ id: row.employeeId, name: nameOf(row, words) })),
    ],
  };
}

export type WeekOptions = ReturnType<typeof weekOptions>;
