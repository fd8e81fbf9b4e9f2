import type { Day, Instant } from '#contracts/common';
import type { PushRefusal, PushResult } from '#contracts/goal-push';
import { briefOf } from '../../../people/rules';
import { inParallel } from '../../../shared/data/in-parallel';
import { AppError } from '../../../shared/errors/app-error';
import type { Employee } from '../../../shared/kernel/employee';
import { findCycle } from '../../data/cycles';
import { addSheet, findSheetsByIds, replaceSheet, takeBackSheet } from '../../data/sheets';
import { withPushed } from '../../domain/push/push-objective';
import { isOpenCycle } from '../../domain/require-open';
import { emptySheet, type Sheet, sheetIdOf } from '../../domain/sheet';
import type { PushRow } from './push-target';
import { tellPushed } from './tell';

interface Pushing {
  readonly cycleId: string;
  readonly deadline: Day;
  readonly me: Employee;
  readonly now: Instant;
}

const LANES = 10;
const TRIES = 4;

/**
 * Pushes to each of the rows: one read of all sheets and one write for each of them, and one more read if somebody had none.
 * Idempotent by the id of the objective, so that a call that ended half-way is completed by the same call.
 * @throws AppError BUSY if a sheet was written four times meanwhile
 */
export async function pushTo(rows: readonly PushRow[], pushing: Pushing): Promise<PushResult> {
  const idOf = ({ target }: PushRow) => sheetIdOf(pushing.cycleId, target.owner);
  const found = new Map((await findSheetsByIds(rows.map(idOf))).map((sheet) => [sheet._id, sheet]));
  const pushed = await inParallel(rows, LANES, (row) => pushOne(row, found.get(idOf(row)), pushing));
  const outcomes = await withoutClosed(pushed, pushing.cycleId);
  const done = rows.filter((_, at) => outcomes[at] === null);
  await tellPushed(done, pushing);
  return {
    pushed: done.map(({ target }) => target.owner),
    refused: rows.flatMap(({ target }, at) => {
      const why = outcomes[at];
      return why ? [{ owner: target.owner, why }] : [];
    }),
  };
}

/** A refusal, a sheet that was added, or null. */
type Outcome = PushRefusal | Sheet | null;

/** A sheet that was added after all others were closed would stay open for ever, and ask for what nobody can answer. */
async function withoutClosed(
  outcomes: readonly Outcome[],
  cycleId: string,
): Promise<readonly (PushRefusal | null)[]> {
  const isNew = (each: Outcome): each is Sheet => typeof each === 'object' && each !== null;
  if (!outcomes.some(isNew)) return outcomes as readonly (PushRefusal | null)[];
  const isOpen = isOpenCycle(await findCycle(cycleId));
  return inParallel(outcomes, LANES, async (each) => {
    if (!isNew(each)) return each;
    if (isOpen) return null;
    await takeBackSheet(each);
    return 'closed';
  });
}

async function pushOne(
  { target, objective }: PushRow,
  known: Sheet | undefined,
  { cycleId, deadline, me, now }: Pushing,
): Promise<Outcome> {
  const push = { objective, deadline, by: briefOf(me), asks: target.asks, at: now };
  const id = sheetIdOf(cycleId, target.owner);
  let before = known;
  for (let left = TRIES; left > 0; left -= 1) {
    const sheet = before ?? emptySheet(cycleId, target.owner, target.tier, now);
    const pushed = withPushed(sheet, push);
    if (typeof pushed === 'string') return pushed === 'known' ? null : pushed;
    const after = { ...pushed, rev: sheet.rev + 1, touchedAt: now };
    const isSaved = before ? await replaceSheet(before, after) : (await addSheet(after)) === 'added';
    if (isSaved) return before ? null : after;
    [before] = await findSheetsByIds([id]);
  }
  throw new AppError('BUSY', {});
}
