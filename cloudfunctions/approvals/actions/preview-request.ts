import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { findAccount } from '../../accounts/public';
import { typeId } from '../../request-types/public';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { formValues } from '../inputs/request';
import { foresee } from '../services/foresee';
import { requireType } from '../services/prepare';

/**
 * What a request would do and who would decide it. Changes nothing; two reads on a warm instance.
 * @throws AppError NOT_FOUND, FORM_INVALID
 */
export const previewRequest = employeeAction<RequestsContract['preview']>({
  input: strictObject({ typeId, values: formValues }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { typeId: id, values }, me, now }) {
    const type = await requireType(id, now);
    return foresee({ type, values }, me, () => findAccount(me._id), now);
  },
});
