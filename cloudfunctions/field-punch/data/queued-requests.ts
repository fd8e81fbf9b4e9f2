import type { Day, Instant } from '#contracts/common';
import type { Slot } from '#contracts/punch';
import { collection } from '../../shared/data/collection';

/**
 * A document of `request_wishes`: a request that attendance asks for on somebody's behalf; only `requests` writes
 * requests. Its timer submits them and sets them `done`; they stay, so that queueing one again changes nothing.
 */
export interface QueuedRequest {
  /** `field-<punchKey>`. */
  readonly _id: string;
  readonly kind: 'field';
  /** `refused`: the rules did not let it become a request. */
  readonly state: 'due' | 'done' | 'refused';
  readonly employeeId: string;
  readonly day: Day;
  readonly slot: Slot;
  /** The punch's booked time. */
  readonly at: Instant;
  readonly punchKey: string;
  readonly place: string;
  /** fileID of the picture. */
  readonly photo: string;
  readonly note: string;
}

const queued = collection<QueuedRequest>('request_wishes');

/** Queued requests that are not sent yet, the oldest first. */
export const findDueRequests = (limit: number): Promise<QueuedRequest[]> =>
  queued.list(() => ({ state: 'due' }), limit, [['at', 'asc']]);

export const findQueued = (id: string): Promise<QueuedRequest | null> => queued.byId(id);

/** It stays where it is, so that queueing it again changes nothing. */
export async function closeQueued(id: string, state: 'done' | 'refused'): Promise<void> {
  await queued.updateWhere(
    () => ({ _id: id, state: 'due' }),
    () => ({ state }),
  );
}

/** Asks for one request, in one write. The same `_id` again changes nothing. */
export async function queueRequest(request: Omit<QueuedRequest, 'state'>): Promise<void> {
  await queued.add({ ...request, state: 'due' });
}
