import { exactOptional, literal, minLength, pipe, strictObject, union } from 'valibot';
import type { Instant } from '#contracts/common';
import type { RequestsContract } from '#contracts/requests';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, day, integerBetween, text } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { requestChanged } from '../domain/request/acting';
import type { RequestDocument } from '../domain/request/request';
import { isShortenable } from '../domain/request/shorten';
import { expectedRevision } from '../inputs/request';
import { isAway } from '../kind/registry';
import { requireVisible } from '../services/load-visible';
import { contentHash } from '../services/prepare';
import { requestUndo } from '../services/request-undo';
import { shorteningOf } from '../services/shortening-of';

/**
 * Requests that an approved absence ends where somebody is back, for the applicant or by HR: decided by those who approved
 * it. Idempotent by `key`.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED if it cannot be shortened or is already being undone,
 * PERIOD_INVALID, NO_WORKING_TIME, REQUEST_KEY_REUSED, NOBODY_TO_APPROVE, TEXT_REFUSED, BUSY
 */
export const shortenApproved = employeeAction<RequestsContract['shorten']>({
  input: strictObject({
    ...expectedRevision,
    key: clientKey,
    backOn: day,
    at: exactOptional(union([literal('noon'), integerBetween(1, 2_880)])),
    reason: pipe(text(500), minLength(1)),
  }),
  allow: can('update', 'OwnRequests'),
  texts: ({ reason }) => [reason],
  async run({ input: { id, key, backOn, at, reason }, me, now }) {
    const back = { on: backOn, ...(at !== undefined && { at }) };
    return requestUndo({
      id: `${me._id}-${key}`,
      hash: contentHash(id, { ...back, reason }),
      reason,
      now,
      by: briefOf(me),
      load: () => requireShortenable(id, me, now),
      contentOf: async (original) => {
        if (!isAway(original.kind) || !isShortenable(original)) throw requestChanged(original);
        return shorteningOf(original, back, now, original.applicantId === me._id ? me : undefined);
      },
    });
  },
});

async function requireShortenable(id: string, me: Employee, now: Instant): Promise<RequestDocument> {
  const { request } = await requireVisible(id, me, now);
  if (request.applicantId !== me._id && !abilityOf(me).can('update', 'LeaveBalances'))
    throw new AppError('FORBIDDEN', {});
  return request;
}
