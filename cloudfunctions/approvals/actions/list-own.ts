import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findOwn } from '../data/requests';
import { cursor, readCursor } from '../inputs/request';
import { listOf, PAGE } from '../services/list-page';

/** Own requests, newest first. Two reads on a warm instance, as for the other lists. */
export const listOwn = employeeAction<RequestsContract['mine']>({
  input: strictObject({ cursor }),
  allow: can('read', 'OwnRequests'),
  run: ({ input, me, now }) =>
    listOf(me, now, findOwn(me._id, readCursor(input.cursor), PAGE + 1), ({ submittedAt }) => submittedAt),
});
