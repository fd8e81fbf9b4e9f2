import type { Instant } from '#contracts/common';
import {
  isWeakPass,
  lockOf,
  type Pass,
  triesLeft,
  withRightTry,
  withTry,
} from '../../../../cloudfunctions/second-check/domain/pass';

const NOW = 1_790_000_000_000 as Instant;
const MINUTE = 60_000;
const FRESH: Pass = {
  ...{ _id: 'E1', rev: 3, hash: 'x', wrong: 0, lockedUntil: 0 as Instant, setAt: NOW },
  ...{ resetAt: null, resetById: null },
};
const after = (tries: number): Pass => {
  let pass = FRESH;
  for (let each = 0; each < tries; each += 1) pass = withTry(pass, NOW);
  return pass;
};

test.each([
  [1, null, 4],
  [4, null, 1],
  [5, 15, 5],
  [6, null, 4],
  [10, 60, 5],
  [15, 1_440, 5],
  [20, 1_440, 5],
  [100, 1_440, 5],
])(
  'after %i wrong passcodes the next try waits %p minutes, with %i tries before the next wait',
  (tries, minutes, left) => {
    const pass = after(tries);
    expect(lockOf(pass, NOW)).toBe(minutes === null ? null : NOW + minutes * MINUTE);
    expect(triesLeft(pass)).toBe(left);
    expect(pass.rev).toBe(FRESH.rev + tries);
  },
);

test('a lock ends by itself, and a right passcode forgets the wrong ones', () => {
  const locked = after(5);
  expect(lockOf(locked, (NOW + 15 * MINUTE - 1) as Instant)).toBe(NOW + 15 * MINUTE);
  expect(lockOf(locked, (NOW + 15 * MINUTE) as Instant)).toBeNull();
  expect(withRightTry(locked)).toEqual({ ...locked, rev: locked.rev + 1, wrong: 0, lockedUntil: 0 });
  expect(lockOf(null, NOW)).toBeNull();
});

test.each([
  ...['000000', '999999', '123456', '654321', '456789', '121212', '123123', '909090', '012345'],
  ...['112233', '332211', '123321', '111222', '000001', '147258', '852741', '520131'],
])('nobody can choose %s, which is tried first', (pass) => expect(isWeakPass(pass)).toBe(true));

test.each(['135790', '246813', '113355', '908172', '123457'])('somebody can choose %s', (pass) =>
  expect(isWeakPass(pass)).toBe(false),
);
