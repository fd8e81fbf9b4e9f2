import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { ReviewsContract } from '#contracts/reviews';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { wechatAction } from '../../shared/kernel/action';
import { requireAllowedText } from '../../shared/text-check/check-text';
import { putCode } from '../data/customer-codes';
import { putReviewPerson } from '../data/review-people';
import { putReview } from '../data/reviews';
import { emptyAnswer, requireAskedItems } from '../domain/questions';
import { emptyReview, isEmptyAnswer, withChange } from '../domain/stored-review';
import { customerCode, ratings, texts } from '../inputs/review';
import { countCodeTry, customerReview, requireCustomer } from '../services/customer-review';

/**
 * The answer of a customer: the card is used in the same transaction. Again by the same WeChat user it answers the same; with
 * another card about the same person it is refused, and so is an employee.
 * @throws AppError CUSTOMER_CODE_INVALID, RATE_LIMITED, INPUT_INVALID, REVIEW_EMPTY, CUSTOMERS_ONLY, TEXT_REFUSED, BUSY
 */
export const answerAsCustomer = wechatAction<ReviewsContract['answerAsCustomer']>({
  input: strictObject({ code: customerCode, ratings, texts }),
  async run({ input, openid, now }) {
    // Whoever answers has looked at the form before.
    await countCodeTry(openid, now, true);
    await requireCustomer(openid);
    // WeChat checks texts of strangers no oftener than they may try codes.
    await requireAllowedText(Object.values(input.texts), openid);
    return inTransaction(async (put) => {
      const about = await customerReview(input.code, openid, now);
      requireAskedItems(about.sections, about.cycle.review.scale, input);
      const { key, review: before } = about;
      if (before?.submittedAt && about.code.isUsed) return { sentAt: before.submittedAt };
      if (before || about.code.isUsed) throw new AppError('CUSTOMER_CODE_INVALID', {});
      const answered = withChange(emptyReview(key, now), input, hourOf(now));
      if (isEmptyAnswer(answered)) throw emptyAnswer(about.sections);
      await putReview(put, { ...answered, submittedAt: answered.savedAt });
      await putCode(put, { ...about.code, account: about.account, isUsed: true });
      await putReviewPerson(put, about.state, { answered: about.state.answered + 1 });
      return { sentAt: answered.savedAt };
    });
  },
});

const HOUR_MS = 3_600_000;
/** To the hour, so that the answer does not say with which call it came. */
const hourOf = (now: Instant): Instant => (now - (now % HOUR_MS)) as Instant;
