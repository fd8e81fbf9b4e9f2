import type { Instant } from '#contracts/common';
import type { RequestState } from '#contracts/request';
import type { RequestKind } from '#contracts/request-type';
import type { StoredAccount } from '../../accounts/public';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { bilingual, text } from '../../shared/faults/checks';
import type { Employee } from '../../shared/kernel/employee';
import { CARD_FIELDS, type CardSource } from '../domain/request/card-of';
import { BY_SYSTEM } from '../domain/request/enter-step';
import { HIDING_FIELDS, type HidingRequest } from '../domain/request/hidden-picture';
import type { RequestDocument, Shortening, StoredEntry } from '../domain/request/request';

export const requests = collection<RequestDocument>('requests', {
  kind: text,
  typeName: bilingual,
  title: bilingual,
  applicantId: text,
  state: text,
});

export const findRequest = (id: string): Promise<RequestDocument | null> => requests.byId(id);
export const findRequests = (ids: readonly string[]): Promise<RequestDocument[]> => requests.byIds(ids);

export const addRequest = (request: RequestDocument): Promise<'added' | 'duplicate'> => requests.add(request);

/** Written even if they look unchanged: marking effects as done changes them without a new revision. */
const FOLLOW_UP_FIELDS: ReadonlySet<string> = new Set(['effects', 'outbox']);

/**
 * Writes the changed fields, if the request is unchanged since `before` was read. @returns whether it was saved
 */
export async function saveRequest(before: RequestDocument, after: RequestDocument): Promise<boolean> {
  const { _id, rev } = before;
  const changed = await requests.updateWhere(
    () => ({ _id, rev }),
    () => changedFields(before, after),
  );
  return changed === 1;
}

/** The same as part of a transaction that has read the request again, as `current`. */
export const putRequest = (
  put: Put,
  current: RequestDocument,
  before: RequestDocument,
  after: RequestDocument,
): Promise<void> => put('requests', { ...current, ...changedFields(before, after) });

const changedFields = (before: RequestDocument, after: RequestDocument): Partial<RequestDocument> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => FOLLOW_UP_FIELDS.has(key) || before[key as keyof RequestDocument] !== value,
    ),
  );

/** The requests staged in an account, as they were submitted; they may not be in `requests` yet. */
export const stagedRequestsOf = ({ staged }: StoredAccount): Readonly<Record<string, RequestDocument>> =>
  (staged ?? {}) as Readonly<Record<string, RequestDocument>>;

/** Position of a list page: after this sort key and, for equal keys, after this id. */
export interface Cursor {
  readonly key: number;
  readonly id: string;
}

type Where = (command: Command) => Readonly<Record<string, unknown>>;
type Command = Parameters<Parameters<typeof requests.list>[0]>[0];

/** One page of cards sorted by `field` in `direction`, then by id ascending. */
async function pageOf(
  where: Where,
  field: 'rank' | 'submittedAt' | 'touchedAt',
  direction: 'asc' | 'desc',
  cursor: Cursor | null,
  limit: number,
): Promise<CardSource[]> {
  const afterCursor = (_: Command) => {
    if (!cursor) return where(_);
    const { key, id } = cursor;
    const beyondKey = direction === 'asc' ? _.gt(key) : _.lt(key);
    return _.and([where(_), _.or([{ [field]: beyondKey }, { [field]: key, _id: _.gt(id) }])]);
  };
  const by = [
    [field, direction],
    ['_id', 'asc'],
  ] as const;
  return requests.listFields(CARD_FIELDS, afterCursor as Where, limit, by);
}

/** Requests waiting for any of these people, except the caller's own, most urgent first. */
export const findWaiting = (
  approverIds: readonly string[],
  caller: Decider,
  cursor: Cursor | null,
  limit: number,
): Promise<CardSource[]> => pageOf(waitingFor(approverIds, caller), 'rank', 'asc', cursor, limit);

/** Limit of the badge count: a hundred stands for a hundred or more. */
export const MAX_BADGE_COUNT = 100;

export const countWaiting = (approverIds: readonly string[], caller: Decider): Promise<number> =>
  requests.count(waitingFor(approverIds, caller));

type Decider = Pick<Employee, '_id' | 'roles'>;

/** A delegate has no part in a strict flow, and who has lost the role that its steps name has none any more. */
const waitingFor =
  (approverIds: readonly string[], { _id, roles }: Decider): Where =>
  (_) => {
    const waiting = { waitingFor: _.in([...approverIds]), applicantId: _.neq(_id) };
    const own = { waitingFor: _id, 'flow.steps.approvers.role': _.in([...roles]) };
    return _.and([waiting, _.or([{ 'flow.isStrict': _.neq(true) }, own])]) as unknown as typeof waiting;
  };

/** Which requests a change of the schedule can concern. */
export interface RequestScope {
  readonly kinds: readonly string[];
  /** Requests that overlap this time; an open end if `to` is null. */
  readonly from: Instant;
  readonly to: Instant | null;
  /** Null for everybody. */
  readonly applicantIds: readonly string[] | null;
}

/** Pending and approved requests within a scope, by end and id; cancelling requests are left out. */
export const findInForce = (
  { kinds, from, to, applicantIds }: RequestScope,
  cursor: Cursor | null,
  limit: number,
): Promise<RequestDocument[]> =>
  requests.list(
    (_) => {
      const scope = {
        state: _.in(['pending', 'approved']),
        kind: _.in([...kinds]),
        cancels: null,
        spanTo: _.gte(cursor?.key ?? from),
        ...(to === null ? {} : { spanFrom: _.lte(to) }),
        ...(applicantIds === null ? {} : { applicantId: _.in([...applicantIds]) }),
      };
      if (!cursor) return scope;
      const after = _.or([{ spanTo: _.gt(cursor.key) }, { _id: _.gt(cursor.id) }]);
      return _.and([scope, after]) as unknown as typeof scope;
    },
    limit,
    [
      ['spanTo', 'asc'],
      ['_id', 'asc'],
    ],
  );

/** Which pending requests a change of a person can concern. */
export interface PendingScope {
  readonly personId: string;
  /** Whoever they reported to; null if that is the same, or nobody. */
  readonly oldManagerId: string | null;
  /** Whether the person has left: what waits for them goes to others. */
  readonly hasLeft: boolean;
}

/** The pending requests of a person and their team, and those that wait for the old manager, by id. */
export const findPendingAround = (
  { personId, oldManagerId, hasLeft }: PendingScope,
  after: string,
  limit: number,
): Promise<RequestDocument[]> => {
  const waiting = [...(oldManagerId === null ? [] : [oldManagerId]), ...(hasLeft ? [personId] : [])];
  return requests.list(
    (_) => {
      const own = [{ applicantId: personId }, { teamId: personId }, { waitingFor: _.in(waiting) }];
      return _.and([{ state: 'pending', _id: _.gt(after) }, _.or(own)]) as unknown as Record<string, unknown>;
    },
    limit,
    [['_id', 'asc']],
  );
};

/** Newest first. */
export const findOwn = (applicantId: string, cursor: Cursor | null, limit: number): Promise<CardSource[]> =>
  pageOf(() => ({ applicantId }), 'submittedAt', 'desc', cursor, limit);

export const findCopies = (id: string, cursor: Cursor | null, limit: number): Promise<CardSource[]> =>
  pageOf(() => ({ ccIds: id }), 'submittedAt', 'desc', cursor, limit);

/** Requests decided by one person, most recently changed first. */
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

/** How many requests a person has submitted since `from`. */
export const countSubmittedSince = (applicantId: string, from: Instant): Promise<number> =>
  requests.count((_) => ({ applicantId, submittedAt: _.gte(from) }));

/** A request that is due for the timer, and whose it is. */
type DueRequest = Pick<RequestDocument, '_id' | 'applicantId'>;

/** Pending requests that are due for the timer. */
export const findDue = (now: Instant, limit: number): Promise<DueRequest[]> =>
  requests.listFields(['applicantId'], (_) => ({ state: 'pending', dueAt: _.lte(now) }), limit, [
    ['dueAt', 'asc'],
  ]);

/**
 * Requests last changed at or before `before` whose effects are not confirmed yet: those with a strict flow, whose effects
 * another function has the key of, or all others.
 */
export const findWithDueEffects = (
  before: Instant,
  limit: number,
  isStrict: boolean,
): Promise<DueRequest[]> =>
  requests.listFields(
    ['applicantId'],
    (_) => ({
      effects: 'due',
      touchedAt: _.lte(before),
      'flow.isStrict': isStrict ? true : _.neq(true),
    }),
    limit,
    [['touchedAt', 'asc']],
  );

/** All effects of this revision are complete. */
export async function markEffectsDone({ _id, rev }: RequestDocument): Promise<void> {
  await requests.updateWhere(
    () => ({ _id, rev }),
    () => ({ effects: 'done', outbox: [], draft: null }),
  );
}

/** Marks an approved request as cancelled by its cancelling request. Idempotent. */
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

/** Shortens an approved request as its cancelling request asked for. Idempotent. */
export async function markShortened(
  originalId: string,
  cancellingId: string,
  { onApprove, ...content }: Shortening,
  entry: StoredEntry,
): Promise<void> {
  await requests.updateWhere(
    () => ({ _id: originalId, cancelledBy: cancellingId, state: 'approved' }),
    ({ inc, push }) => ({
      ...content,
      'changes.onApprove': onApprove,
      cancelledBy: null,
      touchedAt: entry.at,
      timeline: push([entry]),
      rev: inc(1),
    }),
  );
}

/** Makes an approved request cancellable again after its cancelling request failed. */
export async function clearCancelledBy(originalId: string, cancellingId: string): Promise<void> {
  await requests.updateWhere(
    () => ({ _id: originalId, cancelledBy: cancellingId }),
    ({ inc }) => ({ cancelledBy: null, rev: inc(1) }),
  );
}

/** Requests of a person that were changed since `from`: those that may have a file which was uploaded then. */
export const findTouchedSince = (applicantId: string, from: Instant): Promise<HidingRequest[]> =>
  requests.listFields(HIDING_FIELDS, (_) => ({ applicantId, touchedAt: _.gte(from) }), MAX_IDS, [
    ['touchedAt', 'desc'],
  ]);

/** Notes that WeChat's content check hid a picture of this request, once. A decision on the way is still taken. */
export async function markHidden(id: string, fileId: string, at: Instant): Promise<void> {
  await requests.updateWhere(
    (_) => ({ _id: id, hiddenFiles: _.neq(fileId) }),
    ({ inc, push }) => ({
      hiddenFiles: push([fileId]),
      timeline: push([{ verb: 'hide', ...BY_SYSTEM, at, rev: 0 }]),
      rev: inc(1),
    }),
  );
}

/** Saves the time of the timer's next check. */
export async function saveDueAt({ _id, rev }: RequestDocument, dueAt: Instant | null): Promise<void> {
  await requests.updateWhere(
    () => ({ _id, rev }),
    () => ({ dueAt }),
  );
}

/** What the readable number of a request is made of, of any number of requests. */
export async function findRequestKeys(
  ids: readonly string[],
): Promise<Pick<RequestDocument, '_id' | 'applicantId' | 'submittedAt'>[]> {
  const found: Pick<RequestDocument, '_id' | 'applicantId' | 'submittedAt'>[] = [];
  for (let start = 0; start < ids.length; start += MAX_IDS)
    found.push(
      ...(await requests.fieldsByIds(['applicantId', 'submittedAt'], ids.slice(start, start + MAX_IDS))),
    );
  return found;
}

const MAX_IDS = 1_000;

/** What has become of these requests, at most 1,000; without those that do not exist. */
export async function findStates(
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<RequestDocument, 'state' | 'effects'>>> {
  const found = await requests.fieldsByIds(['state', 'effects'], ids);
  return new Map(found.map((each) => [each._id as string, each]));
}

/** Requests of one kind alone, for the job that writes encrypted texts anew. */
export const requestsOfKind = (
  kind: RequestKind,
): Pick<typeof requests, 'name' | 'listFields' | 'updateWhere'> => ({
  name: requests.name,
  listFields: (fields, where, limit, by) =>
    requests.listFields(fields, (_) => _.and([{ kind }, where(_)]) as never, limit, by),
  updateWhere: requests.updateWhere,
});
