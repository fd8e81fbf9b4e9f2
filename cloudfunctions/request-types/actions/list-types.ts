import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findTypesNow } from '../data/request-types';

/** The current request types, enabled or not. */
export const listTypes = employeeAction<RequestsContract['listTypes']>({
  input: strictObject({}),
  allow: can('read', 'RequestTypes'),
  run: async ({ now }) => ({ types: (await findTypesNow(now)).map(({ setBy: _, ...type }) => type) }),
});
