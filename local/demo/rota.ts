import type { Day } from '#contracts/common';
import type { RosterMonth } from '../../cloudfunctions/schedule/data/rosters';
import { SHIFTS, type ShiftKind } from './company';
import { addDays, daysFrom, instantOf, monthStart, remembered } from './demo-days';
import type { DemoPerson } from './demo-person';

const TURNS: readonly (ShiftKind | 'off')[] = ['day', 'day', 'night', 'night', 'off', 'off'];
/** Months planned after the one in which the demo data was made. */
const MONTHS_AHEAD = 12;

/** The first day that is not planned. */
const planEnd = remembered((founded) => monthStart(founded, -MONTHS_AHEAD - 1));

/** The roster entry of one person's day; null where the week and the calendar decide. */
export function rotaOn(
  { id, isRostered }: Pick<DemoPerson, 'id' | 'isRostered'>,
  day: Day,
  founded: Day,
): ShiftKind | 'off' | null {
  if (!isRostered || day >= planEnd(founded)) return null;
  const turn = Math.floor(instantOf(day, 0) / 86_400_000) + 2 * Number(id.slice(1)) + 4;
  return TURNS[turn % TURNS.length] ?? null;
}

/** The rosters of the teams that have one, from the first month with attendance on. */
export function rosterDocuments(people: readonly DemoPerson[], since: Day, founded: Day): RosterMonth[] {
  const all = daysFrom(since, addDays(planEnd(founded), -1));
  const names = [...new Set(all.map((day) => day.slice(0, 7)))];
  const months = names.map((month) => [month, all.filter((day) => day.startsWith(month))] as const);
  return people
    .filter(({ isRostered }) => isRostered)
    .flatMap((person) =>
      months.map(([month, days]) => ({
        _id: `${person.id}:${month}`,
        rev: 1,
        days: Object.fromEntries(days.map((day) => [day, rosterEntry(person, day, founded)])),
        history: [],
      })),
    );
}

function rosterEntry(person: DemoPerson, day: Day, founded: Day): string {
  const turn = rotaOn(person, day, founded) ?? 'off';
  return turn === 'off' ? turn : SHIFTS[turn]._id;
}
