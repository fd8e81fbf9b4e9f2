import type { AppraisalScheme } from '#contracts/appraisal';
import type { AppraisalPlan, Questionnaire, ReviewPlan } from '#contracts/appraisal-cycle';
import type { CycleDraft, PartShare } from '#contracts/appraisal-cycles';
import type { CycleBrief } from '#contracts/goal';
import type { ReviewRelation } from '#contracts/review';
import { isRelation } from '../../reviews/rules';
import { largestRemainder } from '../../shared/figures/largest-remainder';
import { ensurePlan } from './ensure-plan';

/** What a plan is made from: a shipped template, or an earlier cycle. */
export type PlanSource = Pick<AppraisalPlan, 'scheme' | 'training'> & {
  readonly questionnaires: readonly Questionnaire[];
};

/** The plan that HR has chosen. @throws AppError PLAN_INVALID for a part that the source does not have */
export function planOf(
  draft: CycleDraft,
  { from, to }: Pick<CycleBrief, 'from' | 'to'>,
  { scheme, questionnaires, training }: PlanSource,
): AppraisalPlan {
  const { title, goalCycleId, departments, hiredUntil, answersUntil, appealDays } = draft;
  const shared = withShares(scheme, draft.shares);
  return {
    ...{ title, goalCycleId, from, to, departments, hiredUntil, answersUntil, appealDays, training },
    scheme: shared,
    review: reviewOf(shared, draft, questionnaires),
  };
}

/** A scheme with other shares; parts of 0 are left out. @throws AppError PLAN_INVALID for an unknown part */
export function withShares(scheme: AppraisalScheme, shares: readonly PartShare[]): AppraisalScheme {
  const byId = new Map(shares.map(({ id, share }) => [id, share]));
  ensurePlan(byId.size === shares.length, 'shares', 'twice');
  for (const id of byId.keys())
    ensurePlan(
      scheme.parts.some((part) => part.id === id),
      `shares.${id}`,
      'unknown',
    );
  const parts = scheme.parts.map((part) => ({ ...part, share: byId.get(part.id) ?? 0 }));
  return { ...scheme, parts: parts.filter(({ share }) => share > 0) };
}

/** Who is asked follows from what counts: null if nothing of it is rated by people. */
function reviewOf(
  { parts }: AppraisalScheme,
  { threshold, peers, peersUntil, confirmUntil }: CycleDraft,
  questionnaires: readonly Questionnaire[],
): ReviewPlan | null {
  const rated = parts.flatMap((part) => (isRelation(part.kind) && 'scale' in part ? [part] : []));
  const [first] = rated;
  if (!first) return null;
  const { least, most } = first.scale;
  return {
    scale: { least, most },
    threshold,
    weights: weightsOf(rated.map(({ kind, share }) => [kind as ReviewRelation, share])),
    ...{ peers, questionnaires, peersUntil, confirmUntil },
  };
}

/** Shares of the whole as shares of what people rate; of a relation that is several parts they are added. */
function weightsOf(rated: readonly (readonly [ReviewRelation, number])[]): ReviewPlan['weights'] {
  const sums = new Map<ReviewRelation, number>();
  for (const [relation, share] of rated) sums.set(relation, (sums.get(relation) ?? 0) + share);
  const percents = largestRemainder(100, [...sums.values()]);
  return Object.fromEntries([...sums.keys()].map((relation, at) => [relation, percents[at] ?? 0]));
}
