import type * as PieceWorkModule from '../../../../../miniprogram/features/office/piece-work';
import { doPieces } from '../../../../../miniprogram/features/office/piece-work';
import { ClientError } from '../../../../../miniprogram/services/client-error';

interface State {
  readonly done: boolean;
  readonly rev: number;
}
const state = (rev: number, done = false): State => ({ rev, done });
const fails = (code: 'TIMEOUT' | 'FORBIDDEN') => new ClientError(code);

/** Work whose calls answer these things one after the other. */
async function work(
  answers: readonly (State | ClientError)[],
  more: Partial<PieceWorkModule.PieceWork<State>> = {},
) {
  const left = [...answers];
  const waits: number[] = [];
  const seen: [number, boolean][] = [];
  const outcome = doPieces<State>({
    async next() {
      const answer = left.shift();
      if (!answer || answer instanceof ClientError) throw answer ?? new Error('no more answers');
      return answer;
    },
    isDone: ({ done }) => done,
    mark: ({ rev }) => rev,
    onProgress: ({ rev }, theirs) => seen.push([rev, theirs]),
    goesOn: () => true,
    wait: async (ms) => void waits.push(ms),
    ...more,
  });
  const thrown = await outcome.then(
    () => null,
    (error: ClientError) => error.code,
  );
  return { left: left.length, waits, seen, thrown };
}

test('piece after piece, until it is done', async () => {
  const { left, seen, thrown } = await work([state(1), state(2), state(3, true), state(4)]);
  expect(seen).toEqual([
    [1, false],
    [2, false],
    [3, false],
  ]);
  expect([left, thrown]).toEqual([1, null]);
});

test('work that does not come on by our calls is somebody else’s: it is only watched', async () => {
  const { seen, waits } = await work([state(1), state(1), state(2), state(2, true)]);
  expect(seen.map(([, theirs]) => theirs)).toEqual([false, true, false, true]);
  expect(waits).toEqual([300, 2_000, 300]);
});

test('a lost answer is asked for again; three in a row are told', async () => {
  const recovered = await work([
    fails('TIMEOUT'),
    fails('TIMEOUT'),
    state(1),
    fails('TIMEOUT'),
    state(2, true),
  ]);
  expect([recovered.thrown, recovered.left]).toEqual([null, 0]);
  const lost = await work([fails('TIMEOUT'), fails('TIMEOUT'), fails('TIMEOUT'), state(1, true)]);
  expect([lost.thrown, lost.left]).toEqual(['TIMEOUT', 1]);
});

test('a refusal ends it at once', async () => {
  const { thrown, left } = await work([state(1), fails('FORBIDDEN'), state(2, true)]);
  expect([thrown, left]).toEqual(['FORBIDDEN', 1]);
});

test('a person who leaves the page ends it, and is told nothing more', async () => {
  const turns = [true, false];
  const { left, seen } = await work([state(1), state(2, true)], { goesOn: () => turns.shift() ?? false });
  expect([left, seen]).toEqual([1, []]);
});
