import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { retained } from '../../shared/retention/retained';

/** How often a person named beacons or networks of no site of theirs on a day: `_id` is `<employee>:<day>`. */
interface PunchTries {
  readonly _id: string;
  readonly count: number;
  readonly day: Day;
}

const tries = collection<PunchTries>('punch_tries');
const idOf = (employeeId: string, day: Day): string => `${employeeId}:${day}`;

export const countTries = async (employeeId: string, day: Day): Promise<number> =>
  (await tries.byId(idOf(employeeId, day)))?.count ?? 0;

/** Counts one more: one call, or two on the first of a day. */
export async function addTry(employeeId: string, day: Day): Promise<void> {
  const _id = idOf(employeeId, day);
  const more = () =>
    tries.updateWhere(
      () => ({ _id }),
      ({ inc }) => ({ count: inc(1) }),
    );
  if ((await more()) === 0 && (await tries.add({ _id, count: 1, day })) === 'duplicate') await more();
}

/** What HR has to see of them is a flag. */
export const retainedTries = retained(tries, 90, 'day', (_, { day }) => ({ day: _.lt(day) }));
