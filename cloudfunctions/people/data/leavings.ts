import { collection } from '../../shared/data/collection';
import type { Leaving } from '../domain/leaving';

const leavings = collection<Leaving>('leavings');

/** The oldest that are not carried out. */
export const findDueLeavings = (limit: number): Promise<Leaving[]> =>
  leavings.list(() => ({ state: 'due' }), limit, [['at', 'asc']]);

export async function markLeavingDone(id: string): Promise<void> {
  await leavings.updateWhere(
    () => ({ _id: id, state: 'due' }),
    () => ({ state: 'done' }),
  );
}

/** Tells `people` of the end of an employment, or that it was undone, in one write. Again it changes nothing. */
export async function announceLeaving({
  requestId,
  ...about
}: Omit<Leaving, '_id' | 'state'> & { readonly requestId: string }): Promise<void> {
  await leavings.add({ _id: `${requestId}-${about.ends ? 'ends' : 'stays'}`, ...about, state: 'due' });
}
