import { minLength, pipe, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { briefOf } from '../../people/rules';
import { clientKey, text } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { expectedRevision } from '../inputs/request';
import { requireOwn } from '../services/load-visible';
import { contentHash } from '../services/prepare';
import { requestUndo } from '../services/request-undo';
import { requireUndoable } from '../services/require-undoable';

/**
 * Requests the cancellation of an approved request: a separate request to those who approved. Idempotent by `key`.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED if it is not approved or already being undone,
 * LEAVE_BALANCE_SHORT, REQUEST_KEY_REUSED, NOBODY_TO_APPROVE, TEXT_REFUSED, BUSY
 */
export const cancelApproved = employeeAction<RequestsContract['cancel']>({
  input: strictObject({ ...expectedRevision, key: clientKey, reason: pipe(text(500), minLength(1)) }),
  allow: can('update', 'OwnRequests'),
  texts: ({ reason }) => [reason],
  async run({ input: { id, key, reason }, me, now }) {
    return requestUndo({
      id: `${me._id}-${key}`,
      hash: contentHash(id, { reason }),
      reason,
      now,
      by: briefOf(me),
      load: () => requireOwn(id, me, now),
      async contentOf(original) {
        await requireUndoable(original);
        return {};
      },
    });
  },
});
