import {
  createDecisions,
  type DeferredDecision,
  SHEET_TIMEOUT_MS,
  UNDO_MS,
} from '../../../../miniprogram/services/decisions';
import { card } from '../support/request-card';

const one = card();
const two = card({ id: 'E0013-two' });

function fakeDependencies(answer: (decision: DeferredDecision) => unknown = ok) {
  const sent: DeferredDecision[] = [];
  const timers: { ms: number; run: () => void; off: boolean }[] = [];
  const decisions = createDecisions({
    send: async (decision) => {
      sent.push(decision);
      return answer(decision) as never;
    },
    newKey: () => `key-${sent.length}-${timers.length}`,
    runAfter(ms, run) {
      const timer = { ms, run, off: false };
      timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
  });
  const results: unknown[] = [];
  decisions.onResults((found) => results.push(...found));
  return { decisions, sent, timers, results };
}

const ok = ({ cards }: DeferredDecision) => ({
  results: cards.map(({ id }) => ({ id, card: card({ id, state: 'approved' }), error: null })),
});
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('waits for the time in which it can be undone, then goes out once', async () => {
  const { decisions, sent, timers, results } = fakeDependencies();
  decisions.decide('approve', [one, two]);
  expect(sent).toEqual([]);
  expect(timers).toMatchObject([{ ms: UNDO_MS, off: false }]);
  timers[0]?.run();
  await settle();
  timers[0]?.run();
  await decisions.flush();
  expect(sent).toMatchObject([{ verb: 'approve', cards: [{ id: 'E0012-one' }, { id: 'E0013-two' }] }]);
  expect(results).toMatchObject([{ now: { state: 'approved' }, failure: null }, { failure: null }]);
});

test('undone in time, nothing is sent', async () => {
  const { decisions, sent, timers } = fakeDependencies();
  decisions.decide('reject', [one], 'why');
  expect(decisions.undo()).toMatchObject({ verb: 'reject', comment: 'why' });
  expect(timers[0]?.off).toBe(true);
  await decisions.flush();
  expect(sent).toEqual([]);
  expect(decisions.undo()).toBeNull();
});

test('the time to undo begins when the sheet over it is closed', async () => {
  const { decisions, sent, timers } = fakeDependencies();
  let close: () => void = () => undefined;
  decisions.decide('approve', [one], '', new Promise((resolve) => (close = resolve)));
  expect(timers).toMatchObject([{ ms: SHEET_TIMEOUT_MS, off: false }]);
  close();
  await settle();
  expect(timers).toMatchObject([{ off: true }, { ms: UNDO_MS, off: false }]);
  timers[1]?.run();
  await settle();
  expect(sent).toHaveLength(1);
});

test('a sheet that never closes does not keep the decision, and one that closes late sends nothing twice', async () => {
  const { decisions, sent, timers } = fakeDependencies();
  let close: () => void = () => undefined;
  decisions.decide('approve', [one], '', new Promise((resolve) => (close = resolve)));
  timers[0]?.run();
  await settle();
  expect(sent).toHaveLength(1);
  decisions.decide('reject', [two]);
  close();
  await settle();
  expect(timers).toMatchObject([{ ms: SHEET_TIMEOUT_MS }, { ms: UNDO_MS, off: false }]);
});

test('the next decision sends the one before, and leaving sends the last', async () => {
  const { decisions, sent } = fakeDependencies();
  decisions.decide('approve', [one]);
  decisions.decide('reject', [two]);
  await settle();
  expect(sent.map(({ verb }) => verb)).toEqual(['approve']);
  await decisions.flush();
  expect(sent.map(({ verb }) => verb)).toEqual(['approve', 'reject']);
});

test('each request has its own result', async () => {
  const refused = { code: 'REQUEST_CHANGED', data: { state: 'withdrawn', rev: 3 } };
  const { decisions, results } = fakeDependencies(() => ({
    results: [
      { id: one.id, card: null, error: refused },
      { id: two.id, card: two, error: null },
    ],
  }));
  decisions.decide('approve', [one, two]);
  await decisions.flush();
  expect(results).toMatchObject([
    { card: { id: one.id }, now: null, failure: refused },
    { card: { id: two.id }, now: { id: two.id }, failure: null },
  ]);
});

test('no answer is told for every request, so that its card comes back', async () => {
  const { decisions, results } = fakeDependencies(() => {
    throw Object.assign(new Error('gone'), {});
  });
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  decisions.decide('approve', [one, two]);
  await decisions.flush();
  expect(results).toMatchObject([{ now: null, failure: { code: 'INTERNAL' } }, { now: null }]);
});

test('23 are sent in two calls, one after the other, and their results come together', async () => {
  const cards = Array.from({ length: 23 }, (_, n) => card({ id: `E0013-${n}` }));
  const { decisions, sent, results } = fakeDependencies();
  const steps: (number | null)[] = [];
  decisions.onProgress((progress) => steps.push(progress?.done ?? null));
  decisions.decide('approve', cards);
  await decisions.flush();
  expect(sent.map((part) => part.cards.length)).toEqual([20, 3]);
  expect(steps).toEqual([0, 20, null]);
  expect(results).toHaveLength(23);
});

test('where a call does not arrive, the rest is not tried and says the same', async () => {
  const cards = Array.from({ length: 23 }, (_, n) => card({ id: `E0013-${n}` }));
  const { decisions, sent, results } = fakeDependencies(() => {
    throw new Error('offline');
  });
  decisions.decide('approve', cards);
  await decisions.flush();
  expect(sent).toHaveLength(1);
  expect(results).toHaveLength(23);
  expect(results.every((result) => (result as { failure: unknown }).failure !== null)).toBe(true);
});
