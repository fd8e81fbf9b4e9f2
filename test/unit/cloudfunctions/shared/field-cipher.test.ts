import fc from 'fast-check';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';
import {
  decryptText,
  encryptText,
  textFingerprint,
} from '../../../../cloudfunctions/shared/privacy/field-cipher';

const key = (id: string, letter: string) => `${id}=${Buffer.from(letter.repeat(32)).toString('base64')}`;
const under = <T>(keys: string | undefined, run: () => T): T => {
  const before = process.env.FIELD_KEYS;
  if (keys === undefined) delete process.env.FIELD_KEYS;
  else process.env.FIELD_KEYS = keys;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env.FIELD_KEYS;
    else process.env.FIELD_KEYS = before;
  }
};
const OLD = key('k1', 'a');
const BOTH = `${key('k2', 'b')},${OLD}`;
const codeOf = (run: () => unknown) => {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : 'Error';
  }
};

test('every text comes back, and is never stored in plain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), fc.string(), (text, place) => {
      const encrypted = under(OLD, () => encryptText(text, place));
      expect(encrypted).not.toContain(text);
      expect(under(OLD, () => decryptText(encrypted, place))).toBe(text);
    }),
  );
});

test('the same text is encrypted differently each time', () => {
  const twice = under(OLD, () => [encryptText('13800138000', 'p'), encryptText('13800138000', 'p')]);
  expect(new Set(twice).size).toBe(2);
});

test('a text copied to another place cannot be decrypted', () => {
  const encrypted = under(OLD, () => encryptText('13800138000', 'requests/A/phone'));
  expect(codeOf(() => under(OLD, () => decryptText(encrypted, 'requests/B/phone')))).toBe('Error');
});

test('any changed bit is noticed', () => {
  const encrypted = under(OLD, () => encryptText('上海市示例路1号', 'p'));
  const [format, id, content = ''] = encrypted.split('.');
  const bytes = Buffer.from(content, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const forged = `${format}.${id}.${changed.toString('base64url')}`;
    expect(codeOf(() => under(OLD, () => decryptText(forged, 'p')))).toBe('Error');
  }
});

test('a new key in front encrypts; texts under the older one are still decrypted, and fingerprints stay', () => {
  const encrypted = under(OLD, () => encryptText('13800138000', 'p'));
  expect(under(BOTH, () => decryptText(encrypted, 'p'))).toBe('13800138000');
  expect(under(BOTH, () => encryptText('x', 'p'))).toMatch(/^sealed1\.k2\./);
  expect(under(BOTH, () => textFingerprint('x'))).toBe(under(OLD, () => textFingerprint('x')));
});

test('without a key, or with one that is none, nothing is kept and the setup is named', () => {
  for (const keys of [undefined, '', 'k1=c2hvcnQ=', 'no key at all'])
    expect(codeOf(() => under(keys, () => encryptText('x', 'p')))).toBe('SETUP_MISSING');
});
