import { collection } from '../../shared/data/collection';
import type { RequestWish } from './queue-request';

const wishes = collection<RequestWish>('request_wishes');

/** Wishes that are no request yet, the oldest first. */
export const findDueWishes = (limit: number): Promise<RequestWish[]> =>
  wishes.list(() => ({ state: 'due' }), limit, [['at', 'asc']]);

export const findWish = (id: string): Promise<RequestWish | null> => wishes.byId(id);

/** A wish stays where it is, so that the same wish made again changes nothing. */
export async function closeWish(id: string, state: 'done' | 'refused'): Promise<void> {
  await wishes.updateWhere(
    () => ({ _id: id, state: 'due' }),
    () => ({ state }),
  );
}
