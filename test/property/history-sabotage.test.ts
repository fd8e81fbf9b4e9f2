import type { Store } from '../../local/cloud/store/store';
import type { AnomalyKind } from '../support/history/anomaly';
import { checkHistory } from '../support/history/check-history';
import { recordHistory } from '../support/history/record-history';

describe('a database that is broken on purpose is found out', () => {
  const found = async (sabotage: (store: Store) => void): Promise<AnomalyKind[]> => {
    const history = await recordHistory({ seed: 1, clients: 6, operations: 60, sabotage });
    return checkHistory(history).map(({ kind }) => kind);
  };

  test('and a sound one is not', async () => {
    expect(await found(() => undefined)).toEqual([]);
  });

  test('the last committer wins', async () => {
    const skipCheck = (store: Store) => Object.assign(store, { assertUnchanged: () => undefined });
    expect(await found(skipCheck)).toContain('lost-update');
  });

  test('transactions read what is there now', async () => {
    const readNow = (store: Store) => {
      const { candidates } = store;
      store.candidates = (name, filter, transaction) => {
        const hasWritten = transaction && transaction.writesOf(name).size > 0;
        return candidates.call(store, name, filter, hasWritten ? transaction : undefined);
      };
    };
    expect(await found(readNow)).toContain('read-skew');
  });

  test('writes of open transactions are seen by all', async () => {
    const leak = (store: Store) => {
      const { stage } = store;
      store.stage = (transaction, name, writes) => {
        stage.call(store, transaction, name, writes);
        for (const [id, document] of writes) store.collection(name).put(id, document);
      };
    };
    expect(await found(leak)).toContain('dirty-read');
  });

  test('half of a commit comes later', async () => {
    const split = (store: Store) => {
      const apply = store.apply.bind(store);
      store.apply = (changes) => {
        const writes = [...(changes.get('rows') ?? [])];
        apply(new Map([['rows', new Map(writes.slice(0, 1))]]));
        if (writes.length > 1) setImmediate(() => apply(new Map([['rows', new Map(writes.slice(1))]])));
      };
    };
    expect(await found(split)).toContain('read-skew');
  });
});
