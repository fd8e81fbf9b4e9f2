import type { Day, Minutes } from '#contracts/common';
import type { RosterRow } from '#contracts/roster';
import { MINUTES_PER_DAY } from '../../common/units';
import { type Drafts, daysFor, type Sheet } from './roster.model';

/** Less rest between two shifts is pointed out; it can be saved all the same. */
const MIN_REST: Minutes = 660;

/**
 * The days of a person's month whose shift begins less than 11 hours after the one before, with the minutes of rest;
 * 0 where the shifts overlap. Flexible shifts have no fixed times and are not compared.
 */
export function shortRests(row: RosterRow, sheet: Sheet, drafts: Drafts): ReadonlyMap<Day, Minutes> {
  const own = daysFor(row, drafts);
  const shifts = new Map(sheet.shifts.map((shift) => [shift.id, shift]));
  const shiftOn = (index: number) => {
    const day = sheet.days[index]?.day;
    const shift = shifts.get((day && own[day]) ?? row.usual[index] ?? '');
    const changed = shift?.changes?.filter(({ from }) => day && from <= day).pop();
    const times = changed ?? shift;
    return times?.kind === 'fixed' ? times : null;
  };
  return new Map(
    sheet.days.flatMap(({ day }, index) => {
      const [before, next] = [shiftOn(index - 1), shiftOn(index)];
      const rest = before && next ? next.start + MINUTES_PER_DAY - before.end : MIN_REST;
      return rest < MIN_REST ? [[day, Math.max(0, rest)] as const] : [];
    }),
  );
}

/** People and days with too little rest that a save would bring: only of months that were changed. */
export function countShortRests(sheet: Sheet, drafts: Drafts): { people: number; days: number } {
  const counts = sheet.rows
    .filter(({ employeeId }) => drafts[employeeId])
    .map((row) => {
      const before = shortRests(row, sheet, {});
      return [...shortRests(row, sheet, drafts).keys()].filter((day) => !before.has(day)).length;
    });
  return {
    people: counts.filter((count) => count > 0).length,
    days: counts.reduce((sum, count) => sum + count, 0),
  };
}
