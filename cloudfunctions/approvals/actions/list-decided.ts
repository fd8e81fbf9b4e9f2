import { optional, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { requestKind } from '../../request-types/public';
import { searchText } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findDecided } from '../data/requests';
import { cursor, requestState } from '../inputs/request';
import { kindBriefs } from '../kind/registry';
import { loadPage } from '../services/list-page';

/**
 * Requests decided by the caller, most recently changed first. A text search scans a hundred requests per call.
 */
export const listDecided = employeeAction<RequestsContract['done']>({
  input: strictObject({
    cursor,
    state: optional(requestState),
    kind: optional(requestKind),
    text: optional(searchText(40)),
  }),
  allow: can('read', 'OwnRequests'),
  async run({ input: { state, kind, ...search }, me, now }) {
    const page = await loadPage({ ...search, me, now }, 'touchedAt', (after, limit) =>
      findDecided(me._id, { state, kind }, after, limit),
    );
    return { ...page, kinds: kindBriefs() };
  },
});
