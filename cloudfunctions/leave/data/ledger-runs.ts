import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';

/** How far the ledgers have been brought up to date: the one document of `ledger_runs`. */
export interface LedgerRun {
  readonly _id: string;
  readonly day: Day;
  /** The last employee number that was done. */
  readonly after: string;
  readonly done: boolean;
}

const runs = collection<LedgerRun>('ledger_runs');
const ID = 'ledger';

export const findLedgerRun = (): Promise<LedgerRun | null> => runs.byId(ID);

/** Keeps how far the run has come. Two at once do the same work twice, which changes nothing. */
export async function saveLedgerRun(run: Omit<LedgerRun, '_id'>): Promise<void> {
  if ((await runs.add({ _id: ID, ...run })) === 'added') return;
  await runs.updateWhere(
    () => ({ _id: ID }),
    () => run,
  );
}
