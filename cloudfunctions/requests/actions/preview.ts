import { strictObject } from 'valibot';
import type { RequestsContract } from '../../../typings/contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findAccount } from '../data/accounts';
import { foresee } from './foresee';
import { requireType } from './prepare';
import { formValues, typeId } from './request-input';

/**
 * What a request would do and who would decide it. Changes nothing; two reads on a warm instance.
 * @throws AppError NOT_FOUND, FORM_INVALID
 */
export const preview = employeeAction<RequestsContract['preview']>({
  input: strictObject({ typeId, values: formValues }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { typeId: id, values }, me, now }) {
    const type = await requireType(id, now);
    return foresee({ type, values }, me, () => findAccount(me._id), now);
  },
});
