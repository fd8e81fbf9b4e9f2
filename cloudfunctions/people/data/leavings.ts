import { collection } from '../../shared/data/collection';
import { day, figure, oneOf, text, yesOrNo } from '../../shared/faults/checks';
import { retained } from '../../shared/retention/retained';
import type { Leaving } from '../domain/leaving';

/** What ends an employment or gives access back is used as a whole or not at all. */
const leavings = collection<Leaving>('leavings', {
  employeeId: text,
  lastDay: day,
  ends: yesOrNo,
  at: figure,
  state: oneOf('due', 'done'),
});

/** Leavings that are not processed yet, oldest first. */
export const findDueLeavings = (limit: number): Promise<Leaving[]> =>
  leavings.list(() => ({ state: 'due' }), limit, [['at', 'asc']]);

export async function markLeavingDone(id: string): Promise<void> {
  await leavings.updateWhere(
    () => ({ _id: id, state: 'due' }),
    () => ({ state: 'done' }),
  );
}

/** Queues the end of an employment, or its reversal, for `people`, in one write. Idempotent. */
export async function saveLeaving({
  requestId,
  ...about
}: Omit<Leaving, '_id' | 'state'> & { readonly requestId: string }): Promise<void> {
  await leavings.add({ _id: `${requestId}-${about.ends ? 'ends' : 'stays'}`, ...about, state: 'due' });
}

/** The last day is with the employee, and the resignation with the requests. */
export const retainedLeavings = retained(leavings, 365, 'at', (_, { instant }) => ({
  state: 'done',
  at: _.lt(instant),
}));
