import type { Instant } from '#contracts/common';
import { requireOpened } from '../../../../cloudfunctions/second-check/public';
import { hashPass, isPass } from '../../../../cloudfunctions/second-check/services/hash-pass';
import { isSignedText, signedText } from '../../../../cloudfunctions/second-check/services/signed';

const mockPass: { value: object | null } = { value: null };
jest.mock('../../../../cloudfunctions/second-check/data/passes', () => ({
  findPass: async () => mockPass.value,
}));

const NOW = 1_790_000_000_000 as Instant;
const ME = { employeeId: 'E1', openid: 'o1' };
const later = (ms: number) => (NOW + ms) as Instant;

const before = process.env.FIELD_KEYS;
beforeEach(() => {
  process.env.FIELD_KEYS = `k1=${Buffer.alloc(32, 7).toString('base64')}`;
});
afterAll(() => {
  process.env.FIELD_KEYS = before;
});

test('what was opened stays open for five minutes, for this person as this WeChat user alone', async () => {
  const { token, until } = signedText('opening', ME, NOW);
  const opens = (holder: typeof ME, now: Instant) =>
    requireOpened(token, holder, now).then(
      () => 'open',
      ({ code }) => code,
    );
  expect(until).toBe(NOW + 300_000);
  expect(await opens(ME, until)).toBe('open');
  expect(await opens(ME, later(300_001))).toBe('SECOND_CHECK_NEEDED');
  // An instance whose clock is behind.
  expect(await opens(ME, later(-5_000))).toBe('open');
  expect(await opens({ ...ME, openid: 'o2' }, NOW)).toBe('SECOND_CHECK_NEEDED');
  expect(await opens({ ...ME, employeeId: 'E2' }, NOW)).toBe('SECOND_CHECK_NEEDED');
  // A reset of the passcode ends it, whether or not there is a new one.
  mockPass.value = { resetAt: later(1) };
  expect(await opens(ME, later(2))).toBe('SECOND_CHECK_NEEDED');
  mockPass.value = { resetAt: later(-1) };
  expect(await opens(ME, later(2))).toBe('open');
});

test('a challenge opens nothing, and an opening is no challenge', () => {
  const { token: challenge, until } = signedText('challenge', ME, NOW);
  expect(until).toBe(NOW + 120_000);
  expect(isSignedText(challenge, 'challenge', ME, NOW)).toBe(true);
  expect(isSignedText(challenge, 'opening', ME, NOW)).toBe(false);
  expect(isSignedText(signedText('opening', ME, NOW).token, 'challenge', ME, NOW)).toBe(false);
});

test('an opening whose end was moved, or that another key signed, is none', () => {
  const { token } = signedText('opening', ME, NOW);
  const [head, , nonce, signature] = token.split('.');
  const moved = [head, (NOW + 200_000).toString(36), nonce, signature].join('.');
  expect(isSignedText(moved, 'opening', ME, NOW)).toBe(false);
  for (const text of ['', 'x', `${token}x`, token.slice(0, -1)])
    expect(isSignedText(text, 'opening', ME, NOW)).toBe(false);
  process.env.FIELD_KEYS = `k2=${Buffer.alloc(32, 8).toString('base64')}`;
  expect(isSignedText(token, 'opening', ME, NOW)).toBe(false);
});

test('a passcode is stored as a ciphertext that holds for its person alone', async () => {
  const hash = await hashPass('908172', 'E1');
  expect(hash).not.toContain('908172');
  expect(await isPass('908172', hash, 'E1')).toBe(true);
  expect(await isPass('908173', hash, 'E1')).toBe(false);
  expect(await hashPass('908172', 'E1')).not.toBe(hash);
  await expect(isPass('908172', hash, 'E2')).rejects.toThrow();
});
