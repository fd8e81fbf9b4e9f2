import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findCopies } from '../data/requests';
import { cursor } from '../inputs/request';
import { loadPage } from '../services/list-page';

/** Requests that the caller is copied on, newest first. */
export const listCopied = employeeAction<RequestsContract['cc']>({
  input: strictObject({ cursor }),
  allow: can('read', 'OwnRequests'),
  run: ({ input, me, now }) =>
    loadPage({ ...input, me, now }, 'submittedAt', (after, limit) => findCopies(me._id, after, limit)),
});
