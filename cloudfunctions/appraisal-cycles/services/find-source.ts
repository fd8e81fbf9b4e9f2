import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { findAppraisalCycle } from '../data/cycles';
import { ensurePlan } from '../domain/ensure-plan';
import type { PlanSource } from '../domain/plan';
import { SHIPPED_TEMPLATES } from '../domain/templates/shipped-templates';

/** What a draft is made from: shipped, or an earlier cycle, which is one read. @throws AppError PLAN_INVALID */
export async function findSource(template: string): Promise<PlanSource> {
  const shipped = SHIPPED_TEMPLATES.find(({ id }) => id === template);
  if (shipped) return shipped;
  const earlier = template.startsWith('a-') ? await findAppraisalCycle(template) : null;
  ensurePlan(earlier !== null && earlier.state !== 'draft', 'template', 'unknown');
  return sourceOf(earlier);
}

const sourceOf = ({ scheme, training, review }: AppraisalCycle): PlanSource => ({
  ...{ scheme, training },
  questionnaires: review?.questionnaires ?? [],
});
