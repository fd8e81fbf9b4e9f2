import type { AppraisalPlan, ReviewPlan } from '#contracts/appraisal-cycle';
import type { Day } from '#contracts/common';
import { checkScheme } from '../../appraisal/rules';
import { addDays } from '../../shared/calendar/company-time';
import { checkQuestionnaires } from './check-questionnaires';
import { ensurePlan as ensure } from './ensure-plan';

/** Of fewer raters than three each could work out what the others said. */
const LEAST_THRESHOLD = 3;
const MOST_THRESHOLD = 10;
/** Until when answers may be let in after the period, days: a later day is a slip of the hand. */
const MOST_DAYS = 180;
const LEAST_PEERS = 3;
const MOST_PEERS = 8;

const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most;

/**
 * Checks that a cycle can be run as it is planned from a day on: days in their order and not over, raters enough for anonymity,
 * questionnaires that everybody who is asked can fill in, a scheme that scores everybody.
 * @throws AppError PLAN_INVALID, SCHEME_INVALID with the field
 */
export function checkPlan(plan: AppraisalPlan, today: Day): void {
  ensure(plan.from <= plan.to, 'to', 'order');
  ensure(plan.hiredUntil <= plan.to, 'hiredUntil', 'order');
  ensure(plan.answersUntil >= today, 'answersUntil', 'past');
  const latest = addDays(plan.to > today ? plan.to : today, MOST_DAYS);
  ensure(plan.answersUntil <= latest, 'answersUntil', 'out-of-range');
  ensure(new Set(plan.departments).size === plan.departments.length, 'departments', 'twice');
  checkScheme(plan.scheme);
  if (plan.review) checkReview(plan.review, plan, today);
}

function checkReview(review: ReviewPlan, { scheme, answersUntil }: AppraisalPlan, today: Day): void {
  const { threshold, peers, scale, weights } = review;
  ensure(isBetween(threshold, LEAST_THRESHOLD, MOST_THRESHOLD), 'threshold', 'out-of-range');
  for (const [index, part] of scheme.parts.entries()) {
    const isSame =
      !('scale' in part) ||
      part.kind === 'goals' ||
      (part.scale.least === scale.least && part.scale.most === scale.most);
    ensure(isSame, `scheme.parts.${index}.scale`, 'levels');
  }
  if (weights.peer !== undefined) {
    ensure(isBetween(peers.least, LEAST_PEERS, peers.most), 'peers.least', 'out-of-range');
    ensure(peers.most <= MOST_PEERS, 'peers.most', 'out-of-range');
    // Fewer than the threshold would be hidden whatever they answer.
    ensure(peers.least >= threshold, 'peers.least', 'below-threshold');
    checkPeerDays({ ...review, answersUntil }, today);
  }
  checkQuestionnaires(review);
}

type PeerDays = Pick<ReviewPlan, 'peersUntil' | 'confirmUntil'> & Pick<AppraisalPlan, 'answersUntil'>;

/** Peers are chosen, then confirmed, then they answer. @throws AppError PLAN_INVALID */
export function checkPeerDays({ peersUntil, confirmUntil, answersUntil }: PeerDays, today: Day): void {
  ensure(peersUntil >= today, 'peersUntil', 'past');
  ensure(peersUntil <= confirmUntil, 'confirmUntil', 'order');
  ensure(confirmUntil <= answersUntil, 'answersUntil', 'order');
}
