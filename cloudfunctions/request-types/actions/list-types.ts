import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findTypesNow } from '../data/request-types';

/** The current request types, enabled or not; not those of a strict flow, which nobody can change. */
export const listTypes = employeeAction<RequestsContract['listTypes']>({
  input: strictObject({}),
  allow: can('read', 'RequestTypes'),
  async run({ now }) {
    const types = (await findTypesNow(now)).filter(({ flow }) => !flow.isStrict);
    return { types: types.map(({ setBy: _, ...type }) => type) };
  },
});
