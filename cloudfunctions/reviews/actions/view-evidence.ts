import { strictObject } from 'valibot';
import type { EvidenceNote } from '#contracts/review-evidence';
import type { ReviewsContract } from '#contracts/reviews';
import { type FeedbackFound, findFeedbackFor } from '../../feedback/public';
import { findRaterGoals } from '../../goals/public';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { excerptOf } from '../../shared/text/excerpt';
import { cycleId } from '../inputs/review';
import { requireAsked } from '../services/own-review';
import { askingCycle, requireRunning } from '../services/reviewed';

/** Characters of a note. */
const EXCERPT = 120;

/**
 * What there is about somebody whom the reader is asked about, from the first week of the cycle on, so that a rating is not of
 * the last weeks alone. Rating opens nothing: the reader sees what goals and feedback show them anyway, and a customer, who
 * has no such pages, nothing. Two reads on a warm instance.
 * @throws AppError NOT_FOUND, REVIEW_CLOSED
 */
export const viewEvidence = employeeAction<ReviewsContract['reviewEvidence']>({
  input: strictObject({ cycleId, subjectId: employeeId }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input: { cycleId: id, subjectId }, me, now }) {
    const cycle = await askingCycle(id, now);
    await requireAsked(cycle, subjectId, me._id, now);
    requireRunning(cycle);
    const { goalCycleId, from, to } = cycle;
    const [goals, feedback] = await Promise.all([
      findRaterGoals({ cycleId: goalCycleId, employeeId: subjectId, from, to }, me, now),
      findFeedbackFor(subjectId, from, to, me),
    ]);
    return { goals, feedback: feedback.map(evidenceNote).reverse() };
  },
});

const evidenceNote = ({ _id: id, kind, from, at, text }: FeedbackFound): EvidenceNote => ({
  ...{ id, kind, from, at },
  text: excerptOf(text, EXCERPT),
});
