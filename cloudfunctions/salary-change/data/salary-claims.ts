import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { figure, listOfObjects, text } from '../../shared/faults/checks';

/** That a change of somebody's salary waits, or is being entered: there is no other one meanwhile. */
export interface SalaryClaim {
  readonly employeeId: string;
  readonly requestId: string;
  readonly at: Instant;
}

/** The only document of `salary_claims`: one write claims all people of a change, or none. */
interface StoredClaims {
  readonly _id: string;
  readonly rev: number;
  readonly claims: readonly SalaryClaim[];
}

const ID = 'company';
const TRIES = 5;

const salaryClaims = collection<StoredClaims>('salary_claims', {
  rev: figure,
  claims: listOfObjects({ employeeId: text, requestId: text }),
});

export const findClaims = async (): Promise<readonly SalaryClaim[]> =>
  (await salaryClaims.byId(ID))?.claims ?? [];

/**
 * Changes the claims; others that change them at the same moment are waited for.
 * @param change null for nothing to change. @throws AppError BUSY
 */
export const changeClaims = (
  change: (claims: readonly SalaryClaim[]) => Promise<readonly SalaryClaim[] | null>,
): Promise<void> =>
  retryOnConflict(TRIES, async () => {
    const found = await salaryClaims.byId(ID);
    const claims = await change(found?.claims ?? []);
    if (claims === null) return undefined;
    if (!found)
      return (await salaryClaims.add({ _id: ID, rev: 1, claims })) === 'added' ? undefined : conflict;
    const { rev } = found;
    const changed = await salaryClaims.updateWhere(
      () => ({ _id: ID, rev }),
      () => ({ rev: rev + 1, claims }),
    );
    return changed === 1 ? undefined : conflict;
  });

/** Gives back what a request has claimed. One write. */
export async function dropClaims(requestId: string): Promise<void> {
  await salaryClaims.updateWhere(
    () => ({ _id: ID, 'claims.requestId': requestId }),
    (_) => ({ claims: _.pull({ requestId }), rev: _.inc(1) }),
  );
}
