import type { Day } from '#contracts/common';
import type { Share } from '#contracts/goal';
import { sheetProgress } from './objective-progress';
import { countParts } from './roll-up';
import type { Sheet } from './sheet';
import { standingsOf } from './standings';

type Figures = Pick<Sheet, 'objectives' | 'base' | 'log' | 'archived' | 'parts'>;

/**
 * How far a sheet was at the end of a day, by the check-ins of then. Null if that cannot be told: what others add is known as
 * it is now alone, and so are check-ins that have left the log.
 */
export function progressAt(sheet: Figures, day: Day): Share | null {
  const active = sheet.objectives.filter(({ state }) => state === 'active');
  const ids = active.flatMap(({ id, keyResults }) => [id, ...keyResults.map((each) => each.id)]);
  if (ids.some((id) => countParts(sheet.parts[id]) > 0)) return null;
  const [first] = sheet.log;
  if (sheet.archived.length > 0 && (!first || first.day > day)) return null;
  const log = sheet.log.filter((each) => each.day <= day);
  return sheetProgress(active, standingsOf({ ...sheet, log })).counted;
}
