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
