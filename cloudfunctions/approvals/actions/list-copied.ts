import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findCopies } from '../data/requests';
import { cursor, readCursor } from '../inputs/request';
import { listOf, PAGE } from '../services/list-page';

/** Requests that the caller holds a copy of, newest first. */
export const listCopied = employeeAction<RequestsContract['cc']>({
  input: strictObject({ cursor }),
  allow: can('read', 'OwnRequests'),
  run: ({ input, me, now }) =>
    listOf(me, now, findCopies(me._id, readCursor(input.cursor), PAGE + 1), ({ submittedAt }) => submittedAt),
});
