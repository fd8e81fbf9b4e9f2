import {
  CODE_STEP_MS,
  endOfStep,
  isCurrent,
  readCode,
  stepOf,
} from '../../../../cloudfunctions/sites/domain/site-code';
import {
  isSigned,
  newSecret,
  signatureOf,
  signCode,
} from '../../../../cloudfunctions/sites/services/site-signature';
import { at } from '../support/rules';

const NOW = at('2026-11-23 08:57:10');
const code = { siteId: 'S1', version: 3, step: stepOf(NOW) };

test('a code reads back as what was signed, and fits a QR code', () => {
  const text = signCode('secret', code);
  const read = readCode(text);
  expect(read?.code).toEqual(code);
  expect(text.length).toBeLessThanOrEqual(128);
  expect(text).toMatch(/^TX1\.S1\.3\.[0-9a-z]+\.[A-Za-z0-9_-]{43}$/);
});

test.each([
  '',
  'TX1',
  'https://example.com',
  signCode('secret', code).slice(0, -1),
  `${signCode('secret', code)}x`,
  signCode('secret', code).replace('TX1', 'TX2'),
])('%j is no code', (text) => expect(readCode(text)).toBeNull());

test('a step ends when the next one begins', () => {
  const end = endOfStep(stepOf(NOW));
  expect(end).toBe(at('2026-11-23 08:57:30'));
  expect(stepOf(end)).toBe(stepOf(end - 1) + 1);
});

test.each([
  [-CODE_STEP_MS * 2, false],
  [-CODE_STEP_MS, true],
  [0, true],
  [CODE_STEP_MS, true],
  [CODE_STEP_MS * 2, false],
])('%i ms from its step: %s', (later, good) => {
  expect(isCurrent(stepOf(NOW), NOW + later)).toBe(good);
});

test('a signature is of one key, one purpose and one text', () => {
  const body = 'TX1.S1.3.abc';
  const signature = signatureOf('secret', 'code', body);
  expect(isSigned('secret', 'code', body, signature)).toBe(true);
  expect(isSigned('other', 'code', body, signature)).toBe(false);
  expect(isSigned('secret', 'challenge', body, signature)).toBe(false);
  expect(isSigned('secret', 'code', 'TX1.S1.3.abd', signature)).toBe(false);
  expect(isSigned('secret', 'code', body, '')).toBe(false);
});

test('a new secret has the next version and 256 random bits', () => {
  const first = newSecret(undefined);
  const second = newSecret(first);
  expect([first.version, second.version]).toEqual([1, 2]);
  expect(first.key).not.toBe(second.key);
  expect(Buffer.from(first.key, 'base64url')).toHaveLength(32);
});
