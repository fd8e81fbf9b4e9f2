import type { Day, Instant } from '#contracts/common';
import type { Slot } from '#contracts/punch';
import { collection } from '../../shared/data/collection';
import { day, figure, oneOf, text } from '../../shared/faults/checks';
import { retained } from '../../shared/retention/retained';

/**
 * A document of `request_wishes`: a request queued by attendance on an employee's behalf, because only the
 * function `requests` writes requests. Its timer submits them and marks them as `done`; they are kept for a
 * year, so that queueing is idempotent.
 */
export interface QueuedRequest {
  /** `field-<punchKey>`. */
  readonly _id: string;
  readonly kind: 'field';
  /** `refused`: the rules did not allow the request. */
  readonly state: 'due' | 'done' | 'refused';
  readonly employeeId: string;
  readonly day: Day;
  readonly slot: Slot;
  /** The recorded time of the punch. */
  readonly at: Instant;
  readonly punchKey: string;
  readonly place: string;
  /** fileID of the photo. */
  readonly photo: string;
  readonly note: string;
}

const queued = collection<QueuedRequest>('request_wishes', {
  kind: oneOf('field'),
  state: oneOf('due', 'done', 'refused'),
  employeeId: text,
  day,
  slot: oneOf('in', 'out'),
  at: figure,
  punchKey: text,
  place: text,
  photo: text,
  note: text,
});

/** Queued requests that are not submitted yet, oldest first. */
export const findDueRequests = (limit: number): Promise<QueuedRequest[]> =>
  queued.list(() => ({ state: 'due' }), limit, [['at', 'asc']]);

export const findQueued = (id: string): Promise<QueuedRequest | null> => queued.byId(id);

/** The document is kept, so that queueing it again has no effect. */
export async function closeQueued(id: string, state: 'done' | 'refused'): Promise<void> {
  await queued.updateWhere(
    () => ({ _id: id, state: 'due' }),
    () => ({ state }),
  );
}

/** Queues one request in one write. Idempotent by `_id`. */
export async function queueRequest(request: Omit<QueuedRequest, 'state'>): Promise<void> {
  await queued.add({ ...request, state: 'due' });
}

/** What became of it is a request, or a punch that does not count; nobody repeats a punch of last year. */
export const retainedWishes = retained(queued, 365, 'at', (_, { instant }) => ({
  state: _.in(['done', 'refused']),
  at: _.lt(instant),
}));
