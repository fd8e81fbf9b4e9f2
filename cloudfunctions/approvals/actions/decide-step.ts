import { picklist, strictObject } from 'valibot';
import type { RequestCard } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { decideRequest } from '../domain/request/decide-request';
import type { RequestDocument } from '../domain/request/request';
import { expectedRevision, optionalComment } from '../inputs/request';
import { actOn, type DecisionCall } from '../services/act-on';
import { withOrgChart } from '../services/load-org-chart';
import { undoable } from '../services/undoable';

/**
 * Approves, rejects or returns. Idempotent; at most four database calls on a warm instance: read, conditional
 * save, account, one message.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, TEXT_REFUSED, BUSY
 */
export const decideStep = employeeAction<RequestsContract['decide']>({
  input: strictObject({
    ...expectedRevision,
    verb: picklist(['approve', 'reject', 'return']),
    comment: optionalComment,
  }),
  allow: can('decide', 'OwnRequests'),
  texts: ({ comment }) => [comment ?? ''],
  async run({ input: { id, rev, verb, comment }, me, now }) {
    return decideOne({ id, rev, verb, me, now }, comment);
  },
});

type StepDecision = DecisionCall & {
  readonly verb: 'approve' | 'reject' | 'return';
  /** One of many: a request that breaks a rule is not approved along with the others. */
  readonly isUnseen?: boolean;
};

/** A single decision; also used by `decideMany`. @throws AppError WARNING_UNSEEN besides those of `decideStep` */
export function decideOne(call: StepDecision, comment: string | undefined): Promise<RequestCard> {
  const { verb, now, isUnseen } = call;
  return actOn(call, async (request, actor) => {
    if (isUnseen && verb === 'approve') requireNoBadWarning(request);
    const current = request.cancels !== null && verb === 'approve' ? await undoable(request, now) : request;
    return withOrgChart(now, (orgChart) => decideRequest(current, verb, { actor, comment, now }, orgChart));
  });
}

/** What is against a rule is approved knowingly. */
function requireNoBadWarning({ warnings }: RequestDocument): void {
  const count = warnings.filter(({ tone }) => tone === 'bad').length;
  if (count > 0) throw new AppError('WARNING_UNSEEN', { count });
}
