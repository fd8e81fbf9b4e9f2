import type { Instant } from '#contracts/common';
import type { RequestState } from '#contracts/request';
import type { RequestKind } from '#contracts/request-type';
import { collection } from '../../shared/data/collection';
import { CARD_FIELDS, type CardSource } from '../domain/request/card-of';
import type { RequestDocument, StoredEntry } from '../domain/request/request';

export const requests = collection<RequestDocument>('requests');

export const findRequest = (id: string): Promise<RequestDocument | null> => requests.byId(id);
export const findRequests = (ids: readonly string[]): Promise<RequestDocument[]> => requests.byIds(ids);

export const addRequest = (request: RequestDocument): Promise<'added' | 'duplicate'> => requests.add(request);

/** Writes what differs, if nobody has changed the request since `before` was read. @returns whether it was so */
export async function saveRequest(before: RequestDocument, after: RequestDocument): Promise<boolean> {
  const { _id, rev } = before;
  const change = Object.fromEntries(
    Object.entries(after).filter(([key, value]) => before[key as keyof RequestDocument] !== value),
  );
  const changed = await requests.updateWhere(
    () => ({ _id, rev }),
    () => change,
  );
  return changed === 1;
}

/** Where a list goes on: behind this sort key and, of equal ones, this id. */
export interface Cursor {
  readonly key: number;
  readonly id: string;
}

type Where = (command: Command) => Readonly<Record<string, unknown>>;
type Command = Parameters<Parameters<typeof requests.list>[0]>[0];

/** One page of cards in the order of `field`; `direction` of the key, ids ascending. */
async function pageOf(
  where: Where,
  field: 'rank' | 'submittedAt' | 'touchedAt',
  direction: 'asc' | 'desc',
  cursor: Cursor | null,
  limit: number,
): Promise<CardSource[]> {
  const behind = (_: Command) => {
    if (!cursor) return where(_);
    const { key, id } = cursor;
    const further = direction === 'asc' ? _.gt(key) : _.lt(key);
    return _.and([where(_), _.or([{ [field]: further }, { [field]: key, _id: _.gt(id) }])]);
  };
  const by = [
    [field, direction],
    ['_id', 'asc'],
  ] as const;
  return requests.listFields(CARD_FIELDS, behind as Where, limit, by);
}

/** What waits for any of these people and was not asked for by `callerId`, the most urgent first. */
export const findWaiting = (
  approverIds: readonly string[],
  callerId: string,
  cursor: Cursor | null,
  limit: number,
): Promise<CardSource[]> => pageOf(waitingFor(approverIds, callerId), 'rank', 'asc', cursor, limit);

export const countWaiting = (approverIds: readonly string[], callerId: string): Promise<number> =>
  requests.count(waitingFor(approverIds, callerId));

const waitingFor =
  (approverIds: readonly string[], callerId: string): Where =>
  (_) => ({ waitingFor: _.in([...approverIds]), applicantId: _.neq(callerId) });

/** Newest first. */
export const findOwn = (applicantId: string, cursor: Cursor | null, limit: number): Promise<CardSource[]> =>
  pageOf(() => ({ applicantId }), 'submittedAt', 'desc', cursor, limit);

export const findCopies = (id: string, cursor: Cursor | null, limit: number): Promise<CardSource[]> =>
  pageOf(() => ({ ccIds: id }), 'submittedAt', 'desc', cursor, limit);

/** Decided by one person, the latest change first. */
export const findDecided = (
  id: string,
  only: { readonly state?: RequestState | undefined; readonly kind?: RequestKind | undefined },
  cursor: Cursor | null,
  limit: number,
): Promise<CardSource[]> => {
  const where = {
    decidedBy: id,
    ...(only.state ? { state: only.state } : {}),
    ...(only.kind ? { kind: only.kind } : {}),
  };
  return pageOf(() => where, 'touchedAt', 'desc', cursor, limit);
};

const HISTORY_FIELDS = [
  'applicant',
  'applicantId',
  'teamId',
  'typeId',
  'kind',
  'title',
  'state',
  'cancels',
  'spanFrom',
  'spanTo',
] as const satisfies readonly (keyof RequestDocument)[];
const MAX_HISTORY = 400;

/** What is known of a team's requests: who is away when, and how requests were decided. */
export type TeamRequest = Pick<RequestDocument, (typeof HISTORY_FIELDS)[number] | '_id'>;

/** Requests of these teams that end after `since`, the latest first. */
export const findTeamRequests = (teamIds: readonly string[], since: Instant): Promise<TeamRequest[]> =>
  requests.listFields(
    HISTORY_FIELDS,
    (_) => ({ teamId: _.in([...new Set(teamIds)]), spanTo: _.gte(since) }),
    MAX_HISTORY,
    [['spanTo', 'desc']],
  );

/** Waiting requests that the timer has to look at. */
export const findDue = (now: Instant, limit: number): Promise<RequestDocument[]> =>
  requests.list((_) => ({ state: 'pending', dueAt: _.lte(now) }), limit, [['dueAt', 'asc']]);

/** Requests whose consequences nobody has made sure of since `before`. */
export const findUnsettled = (before: Instant, limit: number): Promise<RequestDocument[]> =>
  requests.list((_) => ({ effects: 'due', touchedAt: _.lte(before) }), limit, [['touchedAt', 'asc']]);

/** Everything that follows from this revision has happened. */
export async function markSettled({ _id, rev }: RequestDocument): Promise<void> {
  await requests.updateWhere(
    () => ({ _id, rev }),
    () => ({ effects: 'done', outbox: [], draft: null }),
  );
}

/** An approved request that was undone by its cancelling request. Once. */
export async function markCancelled(
  originalId: string,
  cancellingId: string,
  entry: StoredEntry,
): Promise<void> {
  await requests.updateWhere(
    () => ({ _id: originalId, cancelledBy: cancellingId, state: 'approved' }),
    ({ inc, push }) => ({
      state: 'cancelled',
      touchedAt: entry.at,
      effects: 'due',
      timeline: push([entry]),
      rev: inc(1),
    }),
  );
}

/** An approved request whose cancelling request came to nothing may be cancelled again. */
export async function freeCancelled(originalId: string, cancellingId: string): Promise<void> {
  await requests.updateWhere(
    () => ({ _id: originalId, cancelledBy: cancellingId }),
    ({ inc }) => ({ cancelledBy: null, rev: inc(1) }),
  );
}

/** Moves the timer's next look at a request that needs nothing now. */
export async function lookLater({ _id, rev }: RequestDocument, dueAt: Instant | null): Promise<void> {
  await requests.updateWhere(
    () => ({ _id, rev }),
    () => ({ dueAt }),
  );
}
