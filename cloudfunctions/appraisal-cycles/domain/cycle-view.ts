import type { SchemePart } from '#contracts/appraisal';
import type { AppraisalCycle, AppraisalCycleBrief } from '#contracts/appraisal-cycle';
import type { OpenCycle, PartView } from '#contracts/appraisal-cycles';
import type { ReviewRelation } from '#contracts/review';

export const briefOf = ({
  _id: id,
  title,
  from,
  to,
  state,
  answersUntil,
}: Pick<AppraisalCycle, '_id' | Exclude<keyof AppraisalCycleBrief, 'id'>>): AppraisalCycleBrief => ({
  id,
  title,
  from,
  to,
  state,
  answersUntil,
});

/** A cycle as everybody sees it, so that nobody waits for a form that never comes. */
export function openView(cycle: AppraisalCycle, isIn: boolean): OpenCycle {
  const { review, scheme, goalCycleId, appealDays } = cycle;
  const asksPeers = review?.weights.peer !== undefined;
  return {
    ...briefOf(cycle),
    goalCycleId,
    parts: scheme.parts.map(partView),
    relations: Object.keys(review?.weights ?? {}) as ReviewRelation[],
    peersUntil: asksPeers ? review.peersUntil : null,
    confirmUntil: asksPeers ? review.confirmUntil : null,
    threshold: review?.threshold ?? null,
    appealDays,
    isIn,
  };
}

export const partView = ({ id, kind, name, share }: SchemePart): PartView => ({ id, kind, name, share });
