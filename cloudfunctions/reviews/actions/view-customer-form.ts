import { strictObject } from 'valibot';
import type { ReviewsContract } from '#contracts/reviews';
import { wechatAction } from '../../shared/kernel/action';
import { customerCode } from '../inputs/review';
import { countCodeTry, customerReview, ownCard, requireCustomer } from '../services/customer-review';

/**
 * What a customer with a code is asked. No account is needed. Whoever opens a card first has it: for everybody else, whoever has
 * invited included, it is from then on as if it was none, used or not.
 * @throws AppError CUSTOMER_CODE_INVALID, CUSTOMERS_ONLY, RATE_LIMITED
 */
export const viewCustomerForm = wechatAction<ReviewsContract['customerForm']>({
  input: strictObject({ code: customerCode }),
  async run({ input, openid, now }) {
    await countCodeTry(openid, now);
    await requireCustomer(openid);
    const review = await customerReview(input.code, openid, now, true);
    await ownCard(review);
    const { cycle, person, sections, until } = review;
    const { scale, threshold } = cycle.review;
    return { title: cycle.title, subject: person.person, job: person.job, scale, sections, until, threshold };
  },
});
