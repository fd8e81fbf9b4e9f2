import type { AppraisalScheme, PartInput } from '#contracts/appraisal';
import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { figurePart, type StoredFigure } from './entered-figure';
import { type GoalBasis, goalsPart, kpiPart } from './goal-inputs';
import { type PublishedReview, reviewPart } from './review-inputs';

/** What is known about a person when a cycle is scored. */
export interface Evidence {
  readonly goals: GoalBasis | null;
  readonly review: PublishedReview | null;
  readonly questionnaireId: string | null;
  /** What HR has entered, by part. */
  readonly figures?: ReadonlyMap<string, StoredFigure>;
}

/** What a person is scored by, part by part of the scheme. */
export function personInputs(
  cycle: Pick<AppraisalCycle, 'scheme' | 'review'>,
  evidence: Evidence,
): PartInput[] {
  const { goals, review, questionnaireId } = evidence;
  const asked = cycle.review?.questionnaires.find(({ id }) => id === questionnaireId) ?? null;
  return cycle.scheme.parts.map((part): PartInput => {
    switch (part.kind) {
      case 'goals':
        return goalsPart(part.id, goals);
      case 'kpi':
        return kpiPart(part.id, goals, cycle.scheme);
      case 'figure':
        return figurePart(part, evidence.figures?.get(part.id), cycle.scheme);
      default:
        return reviewPart(part.id, part.kind, review, asked);
    }
  });
}

/**
 * The scheme with the scales that were really used: closing reviews score from 0 to 100, and raters answered on the scale
 * of the cycle's plan.
 */
export function schemeInUse({ scheme, review }: Pick<AppraisalCycle, 'scheme' | 'review'>): AppraisalScheme {
  const parts = scheme.parts.map((part) => {
    if (!('scale' in part)) return part;
    if (part.kind === 'goals') return { ...part, scale: { least: 0, most: 100, zeroAt: 'least' } as const };
    return review ? { ...part, scale: { ...part.scale, ...review.scale } } : part;
  });
  return { ...scheme, parts };
}
