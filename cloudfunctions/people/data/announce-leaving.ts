import { collection } from '../../shared/data/collection';
import type { Leaving } from '../domain/leaving';

const leavings = collection<Leaving>('leavings');

/** Tells `people` of the end of an employment, or that it was undone, in one write. Again it changes nothing. */
export async function announceLeaving({
  requestId,
  ...about
}: Omit<Leaving, '_id' | 'state'> & { readonly requestId: string }): Promise<void> {
  await leavings.add({ _id: `${requestId}-${about.ends ? 'ends' : 'stays'}`, ...about, state: 'due' });
}
