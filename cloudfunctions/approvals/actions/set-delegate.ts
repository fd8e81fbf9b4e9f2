import { null_, strictObject, union } from 'valibot';
import type { Delegation } from '#contracts/delegation';
import type { RequestsContract } from '#contracts/requests';
import { briefOf } from '../../people/rules';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { day, employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { type DelegationDocument, removeDelegation, saveDelegation } from '../data/delegations';
import { requireActiveEmployee } from '../services/act-on';

const MAX_DAYS = 365;

/**
 * Delegates the caller's decisions for a range of days, or ends the delegation. The delegate sees and decides
 * what waits for the caller; delegation is not transitive.
 * @throws AppError PERIOD_INVALID, INPUT_INVALID if the delegate is not an active employee or is the caller
 */
export const setDelegate = employeeAction<RequestsContract['delegate']>({
  input: union([
    strictObject({ delegateId: null_() }),
    strictObject({ delegateId: employeeId, from: day, to: day }),
  ]),
  allow: can('update', 'OwnRequests'),
  async run({ input, me, now }) {
    if (input.delegateId === null) {
      await removeDelegation(me._id);
      return { delegation: null };
    }
    const { delegateId, from, to } = input;
    if (to < from) throw new AppError('PERIOD_INVALID', { rule: 'reversed' });
    if (to < dayOf(now)) throw new AppError('PERIOD_INVALID', { rule: 'out-of-range' });
    if (to > addDays(from, MAX_DAYS)) throw new AppError('PERIOD_INVALID', { rule: 'too-long' });
    if (delegateId === me._id) throw new AppError('INPUT_INVALID', { path: 'delegateId', rule: 'person' });
    const person = await requireActiveEmployee(delegateId, 'delegateId', now);
    const delegation = { _id: me._id, person: briefOf(me), delegateId, delegate: briefOf(person), from, to };
    await saveDelegation(delegation);
    return { delegation: delegationView(delegation) };
  },
});

export const delegationView = ({ delegate: person, from, to }: DelegationDocument): Delegation => ({
  delegate: person,
  from,
  to,
});
