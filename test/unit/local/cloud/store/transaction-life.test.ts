import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { directDatabase } from '../../../../../local/cloud/direct-database';
import { Store } from '../../../../../local/cloud/store/store';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tongxin-life-'));
  store = await Store.open(folder, { collections: ['days'], indexes: [] });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await store.close();
  await rm(folder, { recursive: true });
});

/** The machine's steady clock runs on by `ms`. */
function letPass(ms: number): void {
  const now = performance.now();
  jest.spyOn(performance, 'now').mockReturnValue(now + ms);
}

test('a transaction lives for 30 s', () => {
  const { id } = store.begin('call');
  letPass(29_900);
  expect(store.transaction(id, 'call').id).toBe(id);
  letPass(30_100);
  expect(store.hasTransaction('call')).toBe(false);
  expect(() => store.commit(id, 'call')).toThrow('does not exist');
});

test('it is its call’s alone and ends with it', () => {
  const { id } = store.begin('one');
  expect(() => store.transaction(id, 'two')).toThrow('does not exist');
  store.abortAll('two');
  expect(store.transaction(id, 'one').id).toBe(id);
  store.abortAll('one');
  expect(() => store.transaction(id, 'one')).toThrow('does not exist');
});

test('what was replaced is kept as long as somebody may read it, and no longer', async () => {
  const db = directDatabase(store);
  const kept = () => [...store.collection('days').history.changedAfter(0)].length;
  const first = store.begin('a');
  await db.insertMany('days', [{ _id: 'x', n: 0 }]);
  const second = store.begin('a');
  await db.updateMany('days', {}, { $set: { n: 1 } });
  expect([first, second].map((one) => store.document('days', 'x', one)?.n)).toEqual([undefined, 0]);
  store.abort(first.id, 'a');
  expect(store.document('days', 'x', second)?.n).toBe(0);
  expect(kept()).toBe(1);
  store.abort(second.id, 'a');
  expect(kept()).toBe(0);
  await db.updateMany('days', {}, { $set: { n: 2 } });
  expect(kept()).toBe(0);
});
