import { strictObject } from 'valibot';
import type { ReviewsContract } from '#contracts/reviews';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, employeeId, line } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { addCode, findCodesOf, MAX_CUSTOMERS } from '../data/customer-codes';
import { findReviewPerson } from '../data/review-people';
import { cycleId } from '../inputs/review';
import { codeHash, customerCodeOf } from '../services/customer-card';
import { cardRoleOf } from '../services/office';
import { askingCycle, personIn, requireInTime } from '../services/reviewed';

/**
 * Makes the card of one customer who rates a person, for the person themselves and HR. Its code is in this answer and nowhere
 * else. Idempotent by `key`; of two at once each gets a number of its own.
 * @throws AppError NOT_FOUND, FORBIDDEN, REVIEW_CLOSED, CUSTOMERS_FULL, TEXT_REFUSED, SETUP_MISSING
 */
export const inviteCustomer = employeeAction<ReviewsContract['inviteCustomer']>({
  input: strictObject({ cycleId, employeeId, note: line(40), key: clientKey }),
  allow: can('update', 'OwnAppraisal'),
  texts: ({ note }) => [note],
  async run({ input: { cycleId: id, employeeId: subjectId, note, key }, me, now }) {
    const cycle = await askingCycle(id, now);
    const person = await personIn(id, subjectId, now);
    if (cardRoleOf(person, me) === 'manager') throw new AppError('FORBIDDEN', {});
    if (cycle.review.weights.customer === undefined) throw new AppError('NOT_FOUND', { what: 'review' });
    const [state, codes] = await Promise.all([findReviewPerson(id, subjectId), findCodesOf(id, subjectId)]);
    requireInTime(cycle, state, dayOf(now));
    const code = customerCodeOf(id, subjectId, key);
    const hash = codeHash(code);
    let known = codes;
    while (known.length < MAX_CUSTOMERS) {
      const same = known.find((each) => each.hash === hash);
      if (same) return { number: same.number, note: same.note, code };
      const number = (known.at(-1)?.number ?? 0) + 1;
      const card = { cycleId: id, subjectId, number, note, hash, account: null, at: now, isUsed: false };
      if ((await addCode(card)) === 'added') return { number, note, code };
      known = await findCodesOf(id, subjectId);
    }
    const same = known.find((each) => each.hash === hash);
    if (same) return { number: same.number, note: same.note, code };
    throw new AppError('CUSTOMERS_FULL', { most: MAX_CUSTOMERS });
  },
});
