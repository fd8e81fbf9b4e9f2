import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findOwn } from '../data/requests';
import { cursor, readCursor } from '../inputs/request';
import { loadPage, PAGE_SIZE } from '../services/list-page';

/** The caller's own requests, newest first. Two reads on a warm instance, like the other lists. */
export const listOwn = employeeAction<RequestsContract['mine']>({
  input: strictObject({ cursor }),
  allow: can('read', 'OwnRequests'),
  run: ({ input, me, now }) =>
    loadPage(
      me,
      now,
      findOwn(me._id, readCursor(input.cursor), PAGE_SIZE + 1),
      ({ submittedAt }) => submittedAt,
    ),
});
