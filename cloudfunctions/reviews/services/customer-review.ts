import type { QuestionSection } from '#contracts/appraisal-cycle';
import type { Day, Instant } from '#contracts/common';
import { findBinding } from '../../people/public-bound';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { countTry } from '../data/code-tries';
import { bindCode, type CustomerCode, findCode } from '../data/customer-codes';
import { findReviewPersonWarm } from '../data/review-people';
import { lastDayFor, type Reviewed } from '../domain/asked';
import { sectionsFor } from '../domain/questions';
import type { ReviewKey, StoredReview } from '../domain/stored-review';
import { type Answering, answeringNow } from './answering-now';
import { accountOf, codeHash, customerRater } from './customer-card';
import { type AskingCycle, askingCycle, personIn, requireQuestionnaire } from './reviewed';

export interface CustomerReview extends Reviewed {
  readonly cycle: AskingCycle;
  readonly code: CustomerCode;
  /** Keyed hash of the caller, as a card has it. */
  readonly account: string;
  /** Of the answer that the caller would give, or has given. */
  readonly key: ReviewKey;
  /** Not read where cycle and person may be as they were. */
  readonly review: StoredReview | null;
  readonly sections: readonly QuestionSection[];
  readonly until: Day;
}

const invalid = () => new AppError('CUSTOMER_CODE_INVALID', {});

/**
 * Counts a try of a WeChat user, or of a card. @param isAgain it is rarely the first one: one call then, two for the first
 * @throws AppError RATE_LIMITED
 */
export async function countCodeTry(who: string, now: Instant, isAgain = false): Promise<void> {
  const retryAt = await countTry(who, now, isAgain);
  if (retryAt !== null) throw new AppError('RATE_LIMITED', { rule: 'tries', retryAt });
}

/** Colleagues answer under their own names or not at all. @throws AppError CUSTOMERS_ONLY */
export async function requireCustomer(openid: string): Promise<void> {
  if (await findBinding(openid)) throw new AppError('CUSTOMERS_ONLY', {});
}

/**
 * What the code of a card is about. A wrong one, one that is over, one of somebody who is not asked about any more and one that
 * somebody else has opened are the same, and are tried as rarely: tries of others than the owner count for the card as well, so
 * that many WeChat users get no further than one.
 * @param isWarm cycle and person may be as they were a minute ago, for what is looked at and decides nothing
 * @throws AppError CUSTOMER_CODE_INVALID, RATE_LIMITED
 */
export async function customerReview(
  text: string,
  openid: string,
  now: Instant,
  isWarm = false,
): Promise<CustomerReview> {
  const hash = codeHash(text);
  const code = await findCode(hash);
  const account = code ? accountOf(code._id, openid) : '';
  if (!code || (code.account !== null && code.account !== account)) {
    await countCodeTry(`card:${hash}`, now);
    throw invalid();
  }
  const { cycleId, subjectId } = code;
  const raterId = customerRater(cycleId, subjectId, openid);
  const key: ReviewKey = { cycleId, subjectId, relation: 'customer', raterId };
  const [person, { cycle, state, review }] = await Promise.all([
    personIn(cycleId, subjectId, now),
    isWarm ? answeringWarm(key, now) : answeringNow(key),
  ]);
  const until = lastDayFor(cycle, state);
  // The cycle may have closed since it was read.
  if (cycle.state !== 'running' || state.snapshot || dayOf(now) > until) throw invalid();
  const sections = sectionsFor(requireQuestionnaire(cycle, person), 'customer');
  return { cycle, code, account, person, state, key, review, sections, until };
}

const answeringWarm = async ({ cycleId, subjectId }: ReviewKey, now: Instant): Promise<Answering> => ({
  cycle: await askingCycle(cycleId, now),
  state: await findReviewPersonWarm(cycleId, subjectId, now),
  review: null,
});

/** The card belongs to the caller from now on, unless somebody was quicker. @throws AppError CUSTOMER_CODE_INVALID */
export async function ownCard({ code, account }: CustomerReview): Promise<void> {
  if (code.isUsed) throw invalid();
  if (code.account === null && !(await bindCode(code, account))) throw invalid();
}
