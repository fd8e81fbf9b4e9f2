import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { findAccount } from '../../accounts/public';
import { typeId } from '../../request-types/public';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { formValues } from '../inputs/request';
import { buildPreview } from '../services/build-preview';
import { requireChosenType } from '../services/prepare';

/**
 * Previews the effects and the approvers of a request. Read-only; two reads on a warm instance.
 * @throws AppError NOT_FOUND, FORM_INVALID
 */
export const previewRequest = employeeAction<RequestsContract['preview']>({
  input: strictObject({ typeId, values: formValues }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { typeId: id, values }, me, now }) {
    const type = await requireChosenType(id, now);
    return buildPreview({ type, values }, me, () => findAccount(me._id), now);
  },
});
