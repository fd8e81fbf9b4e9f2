import { requireConsoleSecret } from '../../../../cloudfunctions/shared/kernel/console-secret';

const SECRET = 'a-secret-of-thirty-two-characters';
const codeOf = (given: unknown, secret?: string) => {
  try {
    requireConsoleSecret(given, { CONSOLE_SECRET: secret });
    return 'ok';
  } catch (error) {
    return (error as { code: string; data: object }).code;
  }
};

test('the secret lets the console in', () => {
  expect(codeOf(SECRET, SECRET)).toBe('ok');
});
test.each([undefined, '', SECRET.slice(1), `${SECRET} `, SECRET.toUpperCase(), [SECRET], { length: 33 }])(
  'another one does not: %j',
  (given) => {
    expect(codeOf(given, SECRET)).toBe('CALLER_REFUSED');
  },
);
test.each([undefined, '', SECRET.slice(0, 31)])(
  'a function without a long one lets nobody in: %j',
  (secret) => {
    expect(codeOf(secret, secret)).toBe('SETUP_MISSING');
    expect(codeOf(undefined, secret)).toBe('SETUP_MISSING');
  },
);
test('the error names the variable, not its value', () => {
  expect(() => requireConsoleSecret('guess', {})).toThrow(
    expect.objectContaining({ code: 'SETUP_MISSING', data: { what: 'CONSOLE_SECRET' } }),
  );
});
