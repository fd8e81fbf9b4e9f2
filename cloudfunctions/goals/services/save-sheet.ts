import type { Instant, LocalText } from '#contracts/common';
import type { CheckInResult } from '#contracts/goals';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { findCycle } from '../data/cycles';
import { addSheet, findSheetNow, replaceSheet, type SheetNow, takeBackSheet } from '../data/sheets';
import { sheetProgress } from '../domain/objective-progress';
import { foundBy } from '../domain/push/found-by';
import { isOpenCycle } from '../domain/require-open';
import { leftBetween, sheetsAbove, withRevisions } from '../domain/roll-up';
import type { Sheet } from '../domain/sheet';
import { standingsOf } from '../domain/standings';
import { namesOf } from './names';
import { type Moved, rollUp } from './roll-up';

const TRIES = 3;

/**
 * Changes a sheet as it is now and tells the sheets above. `change` returns what is to be saved, or null if there is nothing
 * to change; it decides again after a concurrent change.
 * @param added a sheet that is added, unless somebody else has added it meanwhile
 * @throws AppError NOT_FOUND without a sheet, CYCLE_NOT_RUNNING if one is added while its cycle is closed, BUSY after three concurrent changes, and what `change` throws
 */
export async function changeSheet(
  id: string,
  now: Instant,
  change: (current: SheetNow) => Promise<Sheet | null> | Sheet | null,
  added: SheetNow | null = null,
): Promise<CheckInResult> {
  for (let left = TRIES; left > 0; left -= 1) {
    const isNew = added !== null && left === TRIES;
    const current = isNew ? added : await findSheetNow(id);
    if (!current) throw new AppError('NOT_FOUND', { what: 'goals' });
    const changed = await change(current);
    if (!changed) return { rev: current.sheet.rev, moved: [] };
    const saved = toSave(current.sheet, changed, current.above, now);
    const isSaved = isNew ? (await addSheet(saved)) === 'added' : await replaceSheet(current.sheet, saved);
    if (isSaved && isNew) await requireStillOpen(saved);
    if (isSaved) return moveAbove(current, saved, now);
  }
  throw new AppError('BUSY', {});
}

/** Of a sheet that was added: when all others were closed by then it is taken back. @throws AppError CYCLE_NOT_RUNNING */
async function requireStillOpen(saved: Sheet): Promise<void> {
  const cycle = await findCycle(saved.cycleId);
  if (isOpenCycle(cycle)) return;
  if (await takeBackSheet(saved))
    throw new AppError('CYCLE_NOT_RUNNING', { cycleId: saved.cycleId, state: cycle?.state ?? 'closed' });
}

/** The next revision of a sheet, with what it has to tell those above; `above`: those that were read with it. */
export function toSave(before: Sheet, changed: Sheet, above: readonly Sheet[], now: Instant): Sheet {
  const told = { ...changed, left: leftBetween(before, changed), rev: before.rev + 1, touchedAt: now };
  const after = withRevisions(before, told);
  const direct = sheetsAbove(after);
  const further = above.flatMap((sheet) => sheet.above);
  const isDue = direct.length > 0 && (after.revs !== before.revs || before.rollUp === 'due');
  return {
    ...after,
    ...foundByNow(after),
    // Whoever has goals is looked after from the next run of the timer on.
    ...(after.quietOn === undefined && after.objectives.length > 0 && { quietOn: dayOf(now) }),
    above: [...new Set([...direct, ...above.map(({ _id }) => _id), ...further, ...before.above])].slice(
      0,
      MAX_ABOVE,
    ),
    rollUp: isDue ? 'due' : 'done',
  };
}

/** What a sheet is found by; one that nothing was ever asked of has none. */
function foundByNow(sheet: Sheet): Partial<Sheet> {
  const found = foundBy(sheet);
  return sheet.asked || found.asked.length + found.askedLeaders.length > 0 ? found : {};
}

/** Sheets above that are read together with a sheet. */
const MAX_ABOVE = 20;

export async function moveAbove(
  { sheet: before, above }: Pick<SheetNow, 'sheet' | 'above'>,
  saved: Sheet,
  now: Instant,
): Promise<CheckInResult> {
  const { moved, isComplete } = await rollUp(saved, above, now);
  const all = [{ before, after: saved }, ...moved];
  const names = await namesOf(
    all.map(({ after }) => after._id),
    now,
  );
  return {
    rev: saved.rev,
    moved: all.map((each) => movedView(each, names)),
    ...(!isComplete && { isLate: true }),
  };
}

const movedView = ({ before, after }: Moved, names: ReadonlyMap<string, LocalText>) => ({
  owner: { owner: after.owner, name: names.get(after._id) ?? { 'zh-CN': '', en: '' } },
  before: sheetProgress(before.objectives, standingsOf(before)).counted,
  after: sheetProgress(after.objectives, standingsOf(after)).counted,
});
