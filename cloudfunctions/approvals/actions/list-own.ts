import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findOwn } from '../data/requests';
import { cursor } from '../inputs/request';
import { loadPage } from '../services/list-page';

/** The caller's own requests, newest first. Two reads on a warm instance, like the other lists. */
export const listOwn = employeeAction<RequestsContract['mine']>({
  input: strictObject({ cursor }),
  allow: can('read', 'OwnRequests'),
  run: ({ input, me, now }) =>
    loadPage({ ...input, me, now }, 'submittedAt', (after, limit) => findOwn(me._id, after, limit)),
});
