import { optional, strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findCycle, lockAlignments } from '../data/cycles';
import { findSheetNow, putSheet } from '../data/sheets';
import { withObjective } from '../domain/amend';
import { savedObjective } from '../domain/check-objective';
import { lostBetween } from '../domain/dependents';
import { pusherOf } from '../domain/push/proposal';
import { requireChangeable } from '../domain/require-changeable';
import { requireOpen } from '../domain/require-open';
import { emptySheet, sheetIdOf } from '../domain/sheet';
import { textsOfObjective } from '../domain/written-texts';
import { cycleId, objective, owner, reason } from '../inputs/goal';
import { editingOf } from '../services/editor';
import { countingFor, withCounts } from '../services/owners-above';
import { tellAmended } from '../services/push/tell';
import { tellPusher } from '../services/push/tell-pusher';
import { requireNoLoop } from '../services/require-no-loop';
import { moveAbove, toSave } from '../services/save-sheet';
import { tellAsked, tellLost } from '../services/tell-aligned';

/**
 * Adds or changes an objective of a sheet that the person answers for, or changes one there that was pushed and agreed, if
 * they are above; its owner is told. Once the cycle has begun the change is recorded with its reason. Alignments of a cycle are saved one after the other, so that two of them cannot close a loop together.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, REVIEW_HANDED_IN, OBJECTIVE_AGREED to the owner of one that was pushed,
 * VERSION_CONFLICT, WEIGHTS_NOT_WHOLE, MEASURE_INVALID, GOALS_FULL, ALIGNMENT_LOOP, ALIGNED_FULL, INPUT_INVALID without a reason, BUSY
 */
export const saveObjective = employeeAction<GoalsContract['saveObjective']>({
  input: strictObject({ cycleId, owner, rev: version, objective, reason: optional(reason) }),
  allow: can('update', 'Goals'),
  texts: ({ objective: draft, reason: why }) => [...textsOfObjective(draft), ...(why ? [why] : [])],
  async run({ input, me, now }) {
    const editing = await editingOf(input.owner, me, now);
    const id = sheetIdOf(input.cycleId, input.owner);
    const above = await countingFor(input.owner, now);
    const { current, saved } = await inTransaction(async (put) => {
      const found = await findSheetNow(id);
      const cycle = requireOpen(found?.cycle ?? (await findCycle(input.cycleId)), found?.sheet);
      const sheet = found?.sheet ?? emptySheet(input.cycleId, input.owner, editing.tier, now);
      const before = sheet.objectives.find((each) => each.id === input.objective.id);
      requireChangeable(before && pusherOf(sheet, before), editing);
      const saving = { above, before: before?.alignedTo ?? [], me: briefOf(me), now };
      const alignedTo = await withCounts(input.objective.alignedTo, saving);
      const draft = savedObjective(sheet, { ...input.objective, alignedTo });
      const changed = withObjective(sheet, draft, { by: briefOf(me), at: now, reason: input.reason, cycle });
      const { planRev } = sheet;
      if (!changed && (planRev === input.rev || planRev === input.rev + 1))
        return { current: null, saved: sheet };
      if (planRev !== input.rev) throw new AppError('VERSION_CONFLICT', { version: planRev });
      if (!changed) return { current: null, saved: sheet };
      const direct = await requireNoLoop(sheet, draft);
      const next = toSave(sheet, changed, direct, now);
      await lockAlignments(put, cycle);
      await putSheet(put, next);
      return { current: { sheet, above: direct }, saved: next };
    });
    if (current) await moveAbove(current, saved, now);
    const { id: objectiveId, title } = input.objective;
    const stored = saved.objectives.find((each) => each.id === objectiveId);
    const pusher = stored && pusherOf(saved, stored)?.id;
    // A repeated call tells again: the message has the id of what it tells.
    if (pusher !== undefined && saved.planRev === input.rev + 1) {
      const told = { sheetId: id, objectiveId, title, rev: saved.planRev, to: editing.asks };
      const reasoned = input.reason ?? '';
      await tellAmended('goal.amended', told, { me, now, reason: reasoned });
      await tellPusher(
        'goal.push-amended',
        { ...told, pusher, reason: reasoned, asks: told.to },
        { me, now },
      );
    }
    if (saved.planRev === input.rev + 1) {
      await tellAsked(saved, [objectiveId], { me, now });
      const lost = current ? lostBetween(current.sheet, saved, objectiveId) : [];
      if (lost.length > 0) await tellLost(saved, input.objective, lost, { me, now });
    }
    return { rev: saved.planRev };
  },
});
