import type { Store } from '../../local/cloud/store/store';
import type { AnomalyKind } from '../support/history/anomaly';
import { checkHistory } from '../support/history/check-history';
import { recordHistory } from '../support/history/record-history';

describe('a database that is broken on purpose is found out', () => {
  const found = async (sabotage: (store: Store) => void, seed = 1): Promise<AnomalyKind[]> => {
    const history = await recordHistory({ seed, clients: 6, operations: 60, sabotage });
    return checkHistory(history).map(({ kind }) => kind);
  };
  /** What clients do beside each other is up to the machine: a few histories, until one shows it. */
  const isFound = async (sabotage: (store: Store) => void, kind: AnomalyKind): Promise<boolean> => {
    for (let seed = 1; seed <= 20; seed += 1) if ((await found(sabotage, seed)).includes(kind)) return true;
    return false;
  };

  test('and a sound one is not', async () => {
    expect(await found(() => undefined)).toEqual([]);
  });

  test('the last committer wins', async () => {
    const skipCheck = (store: Store) => Object.assign(store, { assertUnchanged: () => undefined });
    expect(await isFound(skipCheck, 'lost-update')).toBe(true);
  });

  test('transactions read what is there now', async () => {
    const readNow = (store: Store) => {
      const { candidates } = store;
      store.candidates = (name, filter, transaction) => {
        const hasWritten = transaction && transaction.writesOf(name).size > 0;
        return candidates.call(store, name, filter, hasWritten ? transaction : undefined);
      };
    };
    expect(await isFound(readNow, 'read-skew')).toBe(true);
  });

  test('writes of open transactions are seen by all', async () => {
    const leak = (store: Store) => {
      const { stage } = store;
      store.stage = (transaction, name, writes) => {
        stage.call(store, transaction, name, writes);
        for (const [id, document] of writes) store.collection(name).put(id, document);
      };
    };
    expect(await isFound(leak, 'dirty-read')).toBe(true);
  });

  test('half of a commit comes later', async () => {
    const split = (store: Store) => {
      const apply = store.apply.bind(store);
      store.apply = (changes) => {
        const writes = [...(changes.get('rows') ?? [])];
        apply(new Map([['rows', new Map(writes.slice(0, 1))]]));
        // In memory only: the history may be over, and its disk closed, before the rest comes.
        setTimeout(() => {
          for (const [id, document] of writes.slice(1)) store.collection('rows').put(id, document);
        }, 5);
      };
    };
    expect(await isFound(split, 'read-skew')).toBe(true);
  });
});
