import { optional, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { requestKind } from '../../request-types/public';
import { text } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findDecided } from '../data/requests';
import { cursor, readCursor, requestState } from '../inputs/request';
import { kindBriefs } from '../kind/registry';
import { loadPage, PAGE_SIZE } from '../services/list-page';

/**
 * Requests decided by the caller, most recently changed first. A text search scans a hundred requests per call.
 */
export const listDecided = employeeAction<RequestsContract['done']>({
  input: strictObject({
    cursor,
    state: optional(requestState),
    kind: optional(requestKind),
    text: optional(text(40)),
  }),
  allow: can('read', 'OwnRequests'),
  async run({ input: { cursor: cursorInput, state, kind, text: search = '' }, me, now }) {
    const after = readCursor(cursorInput);
    const limit = search === '' ? PAGE_SIZE + 1 : MAX_SEARCHED;
    const found = findDecided(me._id, { state, kind }, after, limit);
    const page = await loadPage(me, now, found, ({ touchedAt }) => touchedAt, { text: search, limit });
    return { ...page, kinds: kindBriefs() };
  },
});

const MAX_SEARCHED = 100;
