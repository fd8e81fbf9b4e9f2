import fc from 'fast-check';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';
import { openText, sealText, textFingerprint } from '../../../../cloudfunctions/shared/privacy/field-cipher';

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
      const sealed = under(OLD, () => sealText(text, place));
      expect(sealed).not.toContain(text);
      expect(under(OLD, () => openText(sealed, place))).toBe(text);
    }),
  );
});

test('the same text is sealed differently each time', () => {
  const twice = under(OLD, () => [sealText('13800138000', 'p'), sealText('13800138000', 'p')]);
  expect(new Set(twice).size).toBe(2);
});

test('it opens at its place only', () => {
  const sealed = under(OLD, () => sealText('13800138000', 'requests/A/phone'));
  expect(codeOf(() => under(OLD, () => openText(sealed, 'requests/B/phone')))).toBe('Error');
});

test('any changed bit is noticed', () => {
  const sealed = under(OLD, () => sealText('上海市示例路1号', 'p'));
  const [mark, id, content = ''] = sealed.split('.');
  const bytes = Buffer.from(content, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const forged = `${mark}.${id}.${changed.toString('base64url')}`;
    expect(codeOf(() => under(OLD, () => openText(forged, 'p')))).toBe('Error');
  }
});

test('a new key in front seals; what the older one sealed still opens, and the marks stay', () => {
  const sealed = under(OLD, () => sealText('13800138000', 'p'));
  expect(under(BOTH, () => openText(sealed, 'p'))).toBe('13800138000');
  expect(under(BOTH, () => sealText('x', 'p'))).toMatch(/^sealed1\.k2\./);
  expect(under(BOTH, () => textFingerprint('x'))).toBe(under(OLD, () => textFingerprint('x')));
});

test('without a key, or with one that is none, nothing is kept and the setup is named', () => {
  for (const keys of [undefined, '', 'k1=c2hvcnQ=', 'no key at all'])
    expect(codeOf(() => under(keys, () => sealText('x', 'p')))).toBe('SETUP_MISSING');
});
