import { nullable, strictObject } from 'valibot';
import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { localTextsIn } from '../../shared/text-check/local-texts';
import { checkQuestionnaires } from '../domain/check-questionnaires';
import { ensurePlan } from '../domain/ensure-plan';
import { questionnaireOf, withQuestionnaire } from '../domain/questionnaire-of';
import { appraisalCycleId, planId } from '../inputs/cycle';
import { questionnaireDraft } from '../inputs/questionnaire';
import { changeCycle } from '../services/change-cycle';
import { requireDraft } from '../services/require-state';

const MOST_QUESTIONNAIRES = 10;

/**
 * Changes a questionnaire of a draft, adds one or removes one.
 * @throws AppError PLAN_INVALID with the field, NOT_FOUND, APPRAISAL_STATE, VERSION_CONFLICT
 */
export const saveQuestionnaire = employeeAction<AppraisalCyclesContract['saveQuestionnaire']>({
  input: strictObject({
    cycleId: appraisalCycleId,
    rev: revision,
    id: planId,
    questionnaire: nullable(questionnaireDraft),
  }),
  allow: can('update', 'AppraisalCycles'),
  texts: ({ questionnaire }) => [...localTextsIn(questionnaire), ...(questionnaire?.jobs ?? [])],
  async run({ input: { cycleId, rev, id, questionnaire } }) {
    const cycle = await requireDraft(cycleId);
    const { review } = cycle;
    ensurePlan(review !== null, 'questionnaires', 'unknown');
    const changed = questionnaire && questionnaireOf(id, questionnaire, review.scale);
    const questionnaires = withQuestionnaire(review.questionnaires, id, changed);
    ensurePlan(questionnaires.length <= MOST_QUESTIONNAIRES, 'questionnaires', 'out-of-range');
    checkQuestionnaires({ ...review, questionnaires });
    await changeCycle(cycle, rev, { review: { ...review, questionnaires } });
    return { rev: rev + 1 };
  },
});
