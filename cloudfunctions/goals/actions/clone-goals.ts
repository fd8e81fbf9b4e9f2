import { array, boolean, check, maxLength, minLength, pipe, strictObject } from 'valibot';
import type { Objective } from '#contracts/goal';
import type { GoalsContract } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { integerBetween, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findCycle } from '../data/cycles';
import type { SheetNow } from '../data/sheets';
import { withObjective } from '../domain/amend';
import { savedObjective } from '../domain/check-objective';
import { type Cloning, clonedDraft } from '../domain/clone/cloned';
import { clonedId } from '../domain/clone/cloned-id';
import { requireOpen } from '../domain/require-open';
import { MAX_OBJECTIVES, type Sheet, sheetIdOf } from '../domain/sheet';
import { cycleId, goalId, owner } from '../inputs/goal';
import { accessTo } from '../services/access';
import { loadCloning } from '../services/load-cloning';
import { countingFor, withCounts } from '../services/owners-above';
import { changeSheet } from '../services/save-sheet';
import { tellAsked } from '../services/tell-aligned';

const objectiveIds = pipe(
  array(goalId),
  minLength(1),
  maxLength(MAX_OBJECTIVES),
  check((ids) => new Set(ids).size === ids.length, 'twice'),
);

/** No target is raised further than to double. */
const MAX_RAISE = 100;

/**
 * Copies objectives of an earlier cycle into one that is open, for who sets up the owner's goals. Idempotent: a copy has an id
 * that follows from what it is of. Nothing can be aligned to a copy before it is there, so that none closes a loop.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, REVIEW_HANDED_IN, VERSION_CONFLICT, WEIGHTS_NOT_WHOLE, GOALS_FULL,
 * MEASURE_INVALID, INPUT_INVALID, BUSY
 */
export const cloneGoals = employeeAction<GoalsContract['clone']>({
  input: strictObject({
    ...{ cycleId, owner, from: cycleId, rev: version, objectiveIds },
    ...{ raise: integerBetween(0, MAX_RAISE), fromLast: boolean() },
  }),
  allow: can('update', 'Goals'),
  async run({ input, me, now }) {
    const access = await accessTo(input.owner, me, now);
    if (!access.canEdit) throw new AppError('NOT_FOUND', { what: 'goals' });
    const { cloning, target } = await loadCloning(input, now);
    const chosen = input.objectiveIds.map((id) => chosenIn(cloning, id));
    const by = briefOf(me);
    const above = await countingFor(input.owner, now);
    const id = sheetIdOf(input.cycleId, input.owner);
    const isNew = target.rev === 0;
    const fresh = isNew && {
      ...{ sheet: { ...target, tier: access.tier }, cycle: await findCycle(input.cycleId) },
      above: cloning?.around ?? [],
    };
    let [rev, added] = [0, 0];
    let copied: Pick<Sheet, '_id' | 'objectives'> | null = null;
    const copyInto = async ({ sheet, cycle }: SheetNow): Promise<Sheet | null> => {
      const open = requireOpen(cycle, sheet);
      const missing = chosen.filter((each) => !isThere(sheet, cloning as Cloning, each));
      [rev, added] = [sheet.planRev, missing.length];
      if (missing.length === 0) return null;
      if (sheet.planRev !== input.rev) throw new AppError('VERSION_CONFLICT', { version: sheet.planRev });
      let changed: Sheet = sheet;
      for (const each of missing) {
        const draft = clonedDraft(each, cloning as Cloning, input);
        const alignedTo = await withCounts(draft.alignedTo, { above, before: [], me: by, now });
        const objective = savedObjective(changed, { ...draft, alignedTo });
        changed =
          withObjective(changed, objective, { by, at: now, reason: undefined, cycle: open }) ?? changed;
      }
      rev = changed.planRev;
      copied = changed;
      return changed;
    };
    await changeSheet(id, now, copyInto, fresh || null);
    if (copied)
      await tellAsked(
        copied,
        chosen.map((each) => clonedId(sheetIdOf(input.from, input.owner), each.id)),
        { me, now },
      );
    return { rev, added };
  },
});

/** @throws AppError NOT_FOUND for an objective that is not there to be copied */
function chosenIn(cloning: Cloning | null, id: string): Objective {
  const found = cloning?.source.objectives.find((each) => each.id === id && each.state === 'active');
  if (!found) throw new AppError('NOT_FOUND', { what: 'objective' });
  return found;
}

const isThere = (sheet: Sheet, { source }: Cloning, { id }: Objective): boolean =>
  sheet.objectives.some((each) => each.id === clonedId(source._id, id));
