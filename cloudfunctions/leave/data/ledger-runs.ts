import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';

/** Progress of the daily ledger run: the only document of `ledger_runs`. */
export interface LedgerRun {
  readonly _id: string;
  readonly day: Day;
  /** The last employee number that was processed. */
  readonly after: string;
  readonly done: boolean;
}

const runs = collection<LedgerRun>('ledger_runs');
const ID = 'ledger';

export const findLedgerRun = (): Promise<LedgerRun | null> => runs.byId(ID);

/** Saves the progress. Concurrent runs repeat the same work, which is idempotent. */
export async function saveLedgerRun(run: Omit<LedgerRun, '_id'>): Promise<void> {
  if ((await runs.add({ _id: ID, ...run })) === 'added') return;
  await runs.updateWhere(
    () => ({ _id: ID }),
    () => run,
  );
}
