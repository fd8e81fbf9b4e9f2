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
import { requireOpen } from '../domain/require-open';
import { emptySheet, sheetIdOf } from '../domain/sheet';
import { textsOfObjective } from '../domain/written-texts';
import { cycleId, objective, owner, reason } from '../inputs/goal';
import { accessTo } from '../services/access';
import { withCounts } from '../services/owners-above';
import { requireNoLoop } from '../services/require-no-loop';
import { moveAbove, toSave } from '../services/save-sheet';

/**
 * Adds or changes an objective of a sheet that the person answers for. Once the cycle has begun the change is recorded with
 * its reason. Alignments of a cycle are saved one after the other, so that two of them cannot close a loop together.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, VERSION_CONFLICT, WEIGHTS_NOT_WHOLE, MEASURE_INVALID, GOALS_FULL,
 * ALIGNMENT_LOOP, ALIGNED_FULL, INPUT_INVALID without a reason, BUSY
 */
export const saveObjective = employeeAction<GoalsContract['saveObjective']>({
  input: strictObject({ cycleId, owner, rev: version, objective, reason: optional(reason) }),
  allow: can('update', 'Goals'),
  texts: ({ objective: draft, reason: why }) => [...textsOfObjective(draft), ...(why ? [why] : [])],
  async run({ input, me, now }) {
    const access = await accessTo(input.owner, me, now);
    if (!access.canEdit) throw new AppError('NOT_FOUND', { what: 'goals' });
    const id = sheetIdOf(input.cycleId, input.owner);
    const alignedTo = await withCounts(input.owner, input.objective.alignedTo, now);
    const { current, saved } = await inTransaction(async (put) => {
      const found = await findSheetNow(id);
      const cycle = requireOpen(found?.cycle ?? (await findCycle(input.cycleId)), found?.sheet);
      const sheet = found?.sheet ?? emptySheet(input.cycleId, input.owner, access.tier, now);
      const draft = savedObjective(sheet, { ...input.objective, alignedTo });
      const changed = withObjective(sheet, draft, { by: briefOf(me), at: now, reason: input.reason, cycle });
      const { planRev } = sheet;
      if (!changed && (planRev === input.rev || planRev === input.rev + 1))
        return { current: null, saved: sheet };
      if (planRev !== input.rev) throw new AppError('VERSION_CONFLICT', { version: planRev });
      if (!changed) return { current: null, saved: sheet };
      const above = await requireNoLoop(sheet, draft);
      const next = toSave(sheet, changed, above, now);
      await lockAlignments(put, cycle);
      await putSheet(put, next);
      return { current: { sheet, above }, saved: next };
    });
    if (current) await moveAbove(current, saved, now);
    return { rev: saved.planRev };
  },
});
