import { boolean, optional, strictObject } from 'valibot';
import type { Alignment, AlignmentConsent } from '#contracts/goal';
import type { GoalsContract } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { nonEmptyText } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { sameIn, withAnswer } from '../domain/consent';
import { requireOpen } from '../domain/require-open';
import { ownerOfSheet, sheetIdOf } from '../domain/sheet';
import { cycleId, goalId, owner, place } from '../inputs/goal';
import { answerersOf, mayAnswer } from '../services/push/asked';
import { requirePlaceOf } from '../services/require-no-loop';
import { changeSheet } from '../services/save-sheet';
import { tellAnswered } from '../services/tell-aligned';

type Consented = Alignment & { readonly consent: AlignmentConsent };

/**
 * Who answers for an objective agrees that one from elsewhere counts for it, or does not; until the sheet is closed they may
 * answer otherwise. No loop can be closed by it: the alignment was followed when it was saved. Idempotent.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, ALIGNED_FULL, BUSY
 */
export const answerAlignment = employeeAction<GoalsContract['answerAlignment']>({
  input: strictObject({
    ...{ cycleId, owner, objectiveId: goalId, place, accept: boolean(), note: optional(nonEmptyText(200)) },
  }),
  allow: can('update', 'Goals'),
  texts: ({ note }) => (note ? [note] : []),
  async run({ input, me, now }) {
    const { objectiveId, accept, note = '' } = input;
    const answering = ownerOfSheet(input.place.sheetId)?.owner;
    if (!answering || !(await mayAnswer(answering, me, now)))
      throw new AppError('NOT_FOUND', { what: 'objective' });
    const sheetId = sheetIdOf(input.cycleId, input.owner);
    let told: { readonly title: string; readonly alignment: Consented } | null = null;
    await changeSheet(sheetId, now, async ({ sheet, cycle }) => {
      const objective = sheet.objectives.find(({ id, state }) => id === objectiveId && state === 'active');
      const alignment = sameIn(objective?.alignedTo ?? [], input.place);
      if (!objective || !alignment?.consent) throw new AppError('NOT_FOUND', { what: 'objective' });
      // A closing review scores key results; what they add elsewhere is not part of it.
      requireOpen(cycle, { state: sheet.state });
      const answer = { accept, note, by: briefOf(me), at: now };
      const objectives = withAnswer(sheet.objectives, objectiveId, alignment as Consented, answer);
      const answered = objectives?.find(({ id }) => id === objectiveId) ?? objective;
      told = { title: objective.title, alignment: sameIn(answered.alignedTo, input.place) as Consented };
      if (!objectives) return null;
      if (accept) await requirePlaceOf(sheet, objectiveId, input.place);
      return { ...sheet, objectives };
    });
    const { title, alignment } = told as unknown as { title: string; alignment: Consented };
    const to = await answerersOf(input.owner, now);
    await tellAnswered({ sheetId, objectiveId, title, alignment, to }, { me, now });
    return { state: accept ? 'accepted' : 'declined' };
  },
});
