import type { Instant } from '#contracts/common';
import type { OpenRequest } from '#contracts/settlement';
import { CARD_FIELDS, cardOf } from '../domain/request/card-of';
import { type Cursor, requests } from './requests';

/** From an instant until before another one. */
interface Time {
  readonly from: Instant;
  readonly to: Instant;
}
type Condition = Parameters<typeof requests.count>[0];

/** Pending requests of these kinds about a part of that time; served by the index of state and end. */
const pendingIn =
  (kinds: readonly string[], { from, to }: Time): Condition =>
  (_) => ({ state: 'pending', kind: _.in([...kinds]), spanTo: _.gt(from), spanFrom: _.lt(to) });

export const countPendingIn = (kinds: readonly string[], time: Time): Promise<number> =>
  requests.count(pendingIn(kinds, time));

/** One page of them, by their end and then by id, starting after `after`. */
export async function findPendingIn(
  kinds: readonly string[],
  time: Time,
  after: Cursor | null,
  limit: number,
): Promise<(OpenRequest & { readonly at: Cursor })[]> {
  const where: Condition = (_) => {
    const all = pendingIn(kinds, time)(_);
    if (!after) return all;
    const { key, id } = after;
    return _.and([all, _.or([{ spanTo: _.gt(key) }, { spanTo: key, _id: _.gt(id) }])]) as never;
  };
  const page = await requests.listFields(CARD_FIELDS, where, limit, [
    ['spanTo', 'asc'],
    ['_id', 'asc'],
  ]);
  return page.map((request) => {
    const { id, applicant, typeName, title, waitingFor } = cardOf(request);
    const { spanFrom: from, spanTo: to } = request;
    return { id, applicant, typeName, title, from, to, waitingFor, at: { key: to, id } };
  });
}
