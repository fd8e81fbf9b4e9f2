import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EVERY_KILL } from '../soak/counts';
import { type FaultFound, type FaultTarget, injectFaults } from '../support/fault-injector';
import { openGuestCloud } from '../support/guest-cloud';
import { openPerFile } from '../support/open';

const cloud = openPerFile(openGuestCloud);
/** Kinds at a request that only reads. */
const AT_A_READ = EVERY_KILL ? 2 : 1;

/** One guest comes once. */
function visit(name: string): FaultTarget<{ ok: boolean }> {
  return {
    requests: cloud.requests,
    setup: () => cloud.db.replaceAll({ guests: [] }),
    async call(requestId) {
      const { result } = await cloud.invoke(name, { name: 'Ann' }, { as: { kind: 'console' }, requestId });
      return result as { ok: boolean };
    },
    verdict: ({ ok }) => (ok ? 'done' : 'again'),
    invariant: async () => expect(await cloud.db.find('guests')).toMatchObject([{ visits: 1 }]),
  };
}

test('one write under a fixed id converges after every fault', async () => {
  expect(await injectFaults(visit('tidy-guests'))).toEqual({
    points: ['database.getDocument guests', 'database.insertDocument guests'],
    runs: AT_A_READ + 6,
    mostRetries: expect.any(Number),
  });
});

test('a count that is no part of the insert is wrong exactly where its answer is lost', async () => {
  const kinds = ['fails', 'answer-lost', 'killed'] as const;
  const error: AggregateError = await injectFaults({ ...visit('naive-guests'), kinds }).catch(
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(AggregateError);
  const found = (error.errors as FaultFound[]).map(({ ordinal, kind }) => [ordinal, kind]);
  expect(found).toEqual([
    [3, 'answer-lost'],
    [3, 'killed'],
  ]);
  expect(error.message).toContain('answer-lost at request 3 (database.modifyDocument guests)');
});

test('a refusal after a fault is found; so are a client that never gets done and a wrong beginning', async () => {
  const target = { ...visit('tidy-guests'), kinds: ['fails'] as const };
  const refusing = injectFaults({ ...target, verdict: ({ ok }) => (ok ? 'done' : 'refused') });
  await expect(refusing).rejects.toThrow(
    'fails at request 2 (database.insertDocument guests): Error: Refused',
  );
  const withoutRetries = injectFaults({ ...target, maxRetries: 0 });
  await expect(withoutRetries).rejects.toThrow('Not done after 0 retries');
  await expect(injectFaults({ ...target, verdict: () => 'again' })).rejects.toThrow('without a fault');
});

/** Of the runs until now, each of which has a reader and a card of its own. */
let readers = 0;
const card = (): FaultTarget<{ ok: boolean }> => ({
  ...visit('postcards'),
  async setup() {
    readers += 1;
    await cloud.db.replaceAll({ guests: [] });
    await cloud.grantSubscription(`oReader${readers}`, 'card');
  },
  async call(requestId) {
    const event = { name: 'Ann', touser: `oReader${readers}`, text: 'Hello' };
    const { result } = await cloud.invoke('postcards', event, { as: { kind: 'console' }, requestId });
    return result as { ok: boolean };
  },
  async invariant() {
    expect(await cloud.db.find('guests')).toEqual([{ _id: 'Ann', visits: 1 }]);
    expect(cloud.outbox.list().filter(({ touser }) => touser === `oReader${readers}`)).toHaveLength(1);
    const file = path.join(cloud.dataDir, 'files', 'cards', `oReader${readers}.txt`);
    expect(await readFile(file, 'utf8')).toBe('Hello');
  },
});

test('faults meet uploads, messages and the functions that a function calls, too', async () => {
  expect(await injectFaults({ ...card(), pointsOfEveryKind: 6 })).toEqual({
    points: [
      'functions.invokeFunction',
      'database.getDocument guests',
      'database.insertDocument guests',
      'storage.getUploadMetadata',
      'storage.put',
      'openapi.subscribeMessage.send',
    ],
    // One read, one document, and four that no conflict can meet.
    runs: AT_A_READ + 6 + 4 * 4,
    mostRetries: expect.any(Number),
  });
});

test('of a longer call each request meets some kinds, and each kind its requests', async () => {
  const kinds = ['fails', 'answer-lost', 'killed'] as const;
  const { runs } = await injectFaults({ ...card(), kinds, pointsOfEveryKind: 3 });
  // One at the read, two at the document, and two and one in turn at the four others.
  expect(runs).toBe(1 + 2 + (2 + 1 + 2 + 1));
});

test('two consents show that a message goes out again where its answer is lost', async () => {
  const target = card();
  const generous = async () => {
    await target.setup();
    await cloud.grantSubscription(`oReader${readers}`, 'card');
  };
  const error: AggregateError = await injectFaults({
    ...target,
    setup: generous,
    pointsOfEveryKind: 6,
    kinds: ['fails', 'answer-lost', 'killed'],
  }).catch((thrown) => thrown);
  const found = (error.errors as FaultFound[]).map(({ ordinal, kind }) => [ordinal, kind]);
  expect(found).toEqual([
    [6, 'answer-lost'],
    [6, 'killed'],
  ]);
});
