import { optional, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { requestKind } from '../../request-types/public';
import { text } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findDecided } from '../data/requests';
import { cursor, readCursor, requestState } from '../inputs/request';
import { kindBriefs } from '../kind/registry';
import { listOf, PAGE } from '../services/list-page';

/** Decided by the caller, the latest change first. A search looks through a hundred at a time. */
export const listDecided = employeeAction<RequestsContract['done']>({
  input: strictObject({
    cursor,
    state: optional(requestState),
    kind: optional(requestKind),
    text: optional(text(40)),
  }),
  allow: can('read', 'OwnRequests'),
  async run({ input: { cursor: place, state, kind, text: wanted = '' }, me, now }) {
    const behind = readCursor(place);
    const limit = wanted === '' ? PAGE + 1 : MAX_SEARCHED;
    const found = findDecided(me._id, { state, kind }, behind, limit);
    const page = await listOf(me, now, found, ({ touchedAt }) => touchedAt, { text: wanted, limit });
    return { ...page, kinds: kindBriefs() };
  },
});

const MAX_SEARCHED = 100;
