import { strictObject } from 'valibot';
import type { ReviewsContract } from '#contracts/reviews';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findCodesOf, MAX_CUSTOMERS } from '../data/customer-codes';
import { atLeast } from '../domain/at-least';
import { cycleId } from '../inputs/review';
import { cardRoleOf } from '../services/office';
import { askingCycle, personIn } from '../services/reviewed';

/**
 * Cards of customers of a person. The person sees whom they are for, and not whether any was used; manager and HR how many there
 * are, and of those that were used a lower bound, from the threshold on. Nobody sees a code. @throws AppError NOT_FOUND
 */
export const listCustomers = employeeAction<ReviewsContract['customers']>({
  input: strictObject({ cycleId, employeeId }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const cycle = await askingCycle(input.cycleId, now);
    const person = await personIn(cycle._id, input.employeeId, now);
    const role = cardRoleOf(person, me);
    const { weights, threshold } = cycle.review;
    if (weights.customer === undefined) throw new AppError('NOT_FOUND', { what: 'review' });
    const codes = await findCodesOf(cycle._id, input.employeeId);
    const used = codes.filter(({ isUsed }) => isUsed).length;
    return {
      person: person.person,
      role,
      invitations: role === 'self' ? codes.map(({ number, note }) => ({ number, note })) : [],
      given: codes.length,
      answered: role === 'self' ? null : atLeast(used, threshold),
      most: MAX_CUSTOMERS,
      until: cycle.answersUntil,
      isOpen: cycle.state === 'running',
    };
  },
});
