import { collection } from '../../shared/data/collection';
import { figure, textOrNone } from '../../shared/faults/checks';
import { resealed } from '../../shared/privacy/resealed';
import { type Pass, passPlace } from '../domain/pass';

const passes = collection<Pass>('pay_passes', {
  ...{ rev: figure, wrong: figure, lockedUntil: figure, setAt: figure },
  ...{ hash: textOrNone, resetById: textOrNone },
});

export const resealedPasses = resealed(passes, [
  {
    field: 'hash',
    again: ({ _id, hash }, anew) => (hash === null ? null : anew(hash, passPlace(_id))),
  },
]);

export const findPass = (employeeId: string): Promise<Pass | null> => passes.byId(employeeId);

/** Adds the first pass of somebody, or replaces one that is unchanged since it was read. @returns whether it did */
export async function savePass(before: Pass | null, after: Pass): Promise<boolean> {
  if (!before) return (await passes.add(after)) === 'added';
  const { _id, ...fields } = after;
  const changed = await passes.updateWhere(
    () => ({ _id, rev: before.rev }),
    () => fields,
  );
  return changed === 1;
}
