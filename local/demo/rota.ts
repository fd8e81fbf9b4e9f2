import type { Day } from '#contracts/common';
import type { RosterMonth } from '../../cloudfunctions/schedule/data/rosters';
import { SHIFTS, type ShiftKind } from './company';
import { addDays, daysFrom, instantOf, monthStart } from './demo-days';
import type { DemoPerson } from './demo-person';

/** The support team works by a roster, through weekends and holidays. */
const TEAM = 'D41';
const TURNS: readonly (ShiftKind | 'off')[] = ['day', 'day', 'night', 'night', 'off', 'off'];
/** Months planned after the one in which the demo data was made. */
const MONTHS_AHEAD = 12;

/** The roster entry of one person's day; null where the week and the calendar decide. */
export function rotaOn(
  { id, departmentId }: Pick<DemoPerson, 'id' | 'departmentId'>,
  day: Day,
  founded: Day,
): ShiftKind | 'off' | null {
  if (departmentId !== TEAM || day >= monthStart(founded, -MONTHS_AHEAD - 1)) return null;
  const turn = Math.floor(instantOf(day, 0) / 86_400_000) + 2 * Number(id.slice(1)) + 4;
  return TURNS[turn % TURNS.length] ?? null;
}

/** The rosters of the team, from the first month with attendance on. */
export function rosterDocuments(people: readonly DemoPerson[], since: Day, founded: Day): RosterMonth[] {
  const last = addDays(monthStart(founded, -MONTHS_AHEAD - 1), -1);
  const all = daysFrom(since, last);
  const months = [...new Set(all.map((day) => day.slice(0, 7)))];
  return people
    .filter(({ departmentId }) => departmentId === TEAM)
    .flatMap((person) =>
      months.map((month) => ({
        _id: `${person.id}:${month}`,
        rev: 1,
        days: Object.fromEntries(
          all.filter((day) => day.startsWith(month)).map((day) => [day, rosterEntry(person, day, founded)]),
        ),
        history: [],
      })),
    );
}

function rosterEntry(person: DemoPerson, day: Day, founded: Day): string {
  const turn = rotaOn(person, day, founded) ?? 'off';
  return turn === 'off' ? turn : SHIFTS[turn]._id;
}
