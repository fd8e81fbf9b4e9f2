import { isDeepStrictEqual } from 'node:util';
import { strictObject } from 'valibot';
import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { AppraisalCyclesContract, CycleDraft } from '#contracts/appraisal-cycles';
import type { Instant } from '#contracts/common';
import { findCycle } from '../../goals/public-cycles';
import { departmentsById } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { addAppraisalCycle, appraisalCycleIdOf, findAppraisalCycle } from '../data/cycles';
import { checkPlan } from '../domain/check-plan';
import { ensurePlan } from '../domain/ensure-plan';
import { type PlanSource, planOf } from '../domain/plan';
import { cycleDraft } from '../inputs/cycle';
import { changeCycle } from '../services/change-cycle';
import { findSource } from '../services/find-source';
import { requireDraft } from '../services/require-state';

/**
 * A new draft of a cycle, or a change of one that has not started. Setting the same one up again, after a call that was lost, gives
 * the one that is there; what says something else is never taken for it.
 * @throws AppError PLAN_INVALID and SCHEME_INVALID with the field, APPRAISAL_EXISTS, APPRAISAL_STATE, VERSION_CONFLICT, NOT_FOUND
 */
export const saveCycle = employeeAction<AppraisalCyclesContract['saveCycle']>({
  input: strictObject({ rev: version, draft: cycleDraft }),
  allow: can('update', 'AppraisalCycles'),
  texts: ({ draft }) => Object.values(draft.title),
  async run({ input: { rev, draft }, me, now }) {
    const id = appraisalCycleIdOf(draft.goalCycleId);
    const stored = rev === 0 ? null : await requireDraft(id);
    const plan = await loadPlan(draft, stored, now);
    if (stored) {
      await changeCycle(stored, rev, { ...plan, template: draft.template });
      return { cycleId: id, rev: rev + 1 };
    }
    const cycle: AppraisalCycle = {
      ...{ _id: id, rev: 1, state: 'draft', template: draft.template, createdBy: me._id, ...plan },
      ...{ startedAt: null, closedAt: null, publishedAt: null, cursor: '', amendments: [] },
    };
    if ((await addAppraisalCycle(cycle)) === 'added') return { cycleId: id, rev: 1 };
    const there = await findAppraisalCycle(id);
    if (there?.createdBy !== me._id || !isDeepStrictEqual(there, cycle))
      throw new AppError('APPRAISAL_EXISTS', { cycleId: id });
    return { cycleId: id, rev: 1 };
  },
});

async function loadPlan(draft: CycleDraft, stored: AppraisalCycle | null, now: Instant) {
  const period = await findCycle(draft.goalCycleId);
  ensurePlan(period !== null, 'goalCycleId', 'unknown');
  ensurePlan(period.state !== 'planned', 'goalCycleId', 'not-begun');
  const known = await departmentsById(draft.departments, now);
  for (const [index, id] of draft.departments.entries())
    ensurePlan(known.has(id), `departments.${index}`, 'unknown');
  const source = await findSource(draft.template);
  const plan = planOf(draft, period, withOwn(source, draft, stored));
  checkPlan(plan, dayOf(now));
  return plan;
}

/** Questionnaires that HR has written into the draft stay, unless another template is chosen. */
const withOwn = (source: PlanSource, { template }: CycleDraft, stored: AppraisalCycle | null): PlanSource =>
  stored?.template === template && stored.review
    ? { ...source, questionnaires: stored.review.questionnaires }
    : source;
