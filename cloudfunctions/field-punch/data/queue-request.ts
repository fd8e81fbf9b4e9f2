import type { Slot } from '../../../typings/contracts/attendance';
import type { Day, Instant } from '../../../typings/contracts/common';
import { collection } from '../../shared/data/collection';

/**
 * A request that a feature asks for on somebody's behalf; only `requests` writes requests. Its timer turns wishes
 * into requests and sets them `done`; they stay, so that a wish that is made again stays done.
 */
export interface RequestWish {
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

const wishes = collection<RequestWish>('request_wishes');

/** Asks for one request, in one write. The same `_id` again changes nothing. */
export async function wishRequest(wish: Omit<RequestWish, 'state'>): Promise<void> {
  await wishes.add({ ...wish, state: 'due' });
}
