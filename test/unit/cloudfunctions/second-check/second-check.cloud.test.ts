import { openWithReset } from '../../../support/open';
import type { Answer } from '../support/company';
import { openidOf, openRequestCompany, PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(() => openRequestCompany('2026-11-16T10:00:00+08:00'));
const PASS = '908172';
const OTHER = '135790';

const ask = (who: Who, action: string, input: object = {}): Promise<Answer> =>
  company.act(openidOf(who), `payroll.${action}`, input);
const codeOf = ({ error }: Answer) => error?.code;
const stored = (who: Who) => company.db.get('pay_passes', PEOPLE[who]);
/** What the phone of somebody answers to a challenge. */
function checked(who: Who, raw: string) {
  const resultJSON = JSON.stringify({ raw, cpu_id: 'chip-1' });
  return { resultJSON, resultJSONSignature: company.phone.soterSignature(openidOf(who), resultJSON) };
}
const challengeOf = async (who: Who): Promise<string> => (await ask(who, 'secondCheck')).data.challenge;

test('somebody sets a passcode once, and opens with it', async () => {
  expect((await ask('staff', 'secondCheck')).data).toMatchObject({ hasPass: false, lockedUntil: null });
  expect(codeOf(await ask('staff', 'openPay', { pass: PASS }))).toBe('PASS_UNSET');
  const { data } = await ask('staff', 'setPass', { pass: PASS });
  expect(data).toEqual({ token: expect.any(String), until: expect.any(Number) });
  expect((await ask('staff', 'openPay', { pass: PASS })).ok).toBe(true);
  expect((await ask('staff', 'secondCheck')).data.hasPass).toBe(true);
  expect(JSON.stringify(await stored('staff'))).not.toContain(PASS);
});

test('a guess is counted before it is checked: five at once are five, and then nothing opens for a while', async () => {
  await ask('staff', 'setPass', { pass: PASS });
  const guesses = await Promise.all(
    Array.from({ length: 5 }, (_, at) => ask('staff', 'openPay', { pass: `80000${at}` })),
  );
  const codes = guesses.map(codeOf);
  expect(new Set(codes).has(undefined)).toBe(false);
  expect((await stored('staff'))?.wrong).toBe(codes.filter((code) => code !== 'BUSY').length);
  while (codeOf(await ask('staff', 'openPay', { pass: OTHER })) === 'PASS_WRONG');
  expect(await ask('staff', 'openPay', { pass: PASS })).toMatchObject({
    error: { code: 'PASS_LOCKED', data: { retryAt: expect.any(Number) } },
  });
  // The check of the phone stays open.
  const phone = checked('staff', await challengeOf('staff'));
  expect((await ask('staff', 'openPay', { phone })).ok).toBe(true);
  company.clock.advance(15 * 60_000);
  expect((await ask('staff', 'openPay', { pass: PASS })).ok).toBe(true);
  expect(await stored('staff')).toMatchObject({ wrong: 0, lockedUntil: 0 });
});

test('of three hundred guesses at once five are looked at, and none after the lock', async () => {
  await ask('staff', 'setPass', { pass: PASS });
  const guess = (at: number) => ask('staff', 'openPay', { pass: String(800_000 + at) });
  const storm = async () =>
    (await Promise.all(Array.from({ length: 300 }, (_, at) => guess(at)))).map(codeOf);
  const codes = await storm();
  expect(codes.filter((code) => !['PASS_WRONG', 'PASS_LOCKED', 'BUSY'].includes(String(code)))).toEqual([]);
  const looked = async () => (await stored('staff'))?.wrong as number;
  expect(codes.filter((code) => code === 'PASS_WRONG').length).toBeLessThanOrEqual(4);
  // Those that were in each other's way were counted for none: the next ones are.
  for (let at = 0; (await looked()) < 5; at += 1) expect(codeOf(await guess(at))).toMatch(/^PASS_/);
  const { lockedUntil } = (await stored('staff')) as unknown as { lockedUntil: number };
  expect(lockedUntil).toBeGreaterThan(company.clock.now());
  expect(new Set(await storm())).toEqual(new Set(['PASS_LOCKED']));
  expect(await stored('staff')).toMatchObject({ wrong: 5, lockedUntil });
  expect(codeOf(await ask('staff', 'openPay', { pass: PASS }))).toBe('PASS_LOCKED');
});

test('another passcode needs the old one, or the phone; a retry of the change succeeds', async () => {
  await ask('staff', 'setPass', { pass: PASS });
  expect(codeOf(await ask('staff', 'setPass', { pass: OTHER }))).toBe('PASS_WRONG');
  expect(codeOf(await ask('staff', 'setPass', { pass: OTHER, old: '246813' }))).toBe('PASS_WRONG');
  expect((await ask('staff', 'setPass', { pass: OTHER, old: PASS })).ok).toBe(true);
  const { rev } = (await stored('staff')) as unknown as { rev: number };
  expect((await ask('staff', 'setPass', { pass: OTHER, old: PASS })).ok).toBe(true);
  expect((await ask('staff', 'openPay', { pass: OTHER })).ok).toBe(true);
  expect(codeOf(await ask('staff', 'openPay', { pass: PASS }))).toBe('PASS_WRONG');
  expect(rev).toBeGreaterThan(0);
  const phone = checked('staff', await challengeOf('staff'));
  expect((await ask('staff', 'setPass', { pass: PASS, phone })).ok).toBe(true);
  expect((await ask('staff', 'openPay', { pass: PASS })).ok).toBe(true);
});

test.each(['123456', '888888', '121212'])('nobody has the passcode %s', async (pass) => {
  expect(codeOf(await ask('staff', 'setPass', { pass }))).toBe('PASS_WEAK');
  expect(await stored('staff')).toBeUndefined();
});

test('the check of the phone is one’s own, signed by the phone, and at most two minutes old', async () => {
  const challenge = await challengeOf('staff');
  const own = checked('staff', challenge);
  const wrong = { ...own, resultJSONSignature: 'x' };
  const stolen = checked('peer', challenge);
  const made = checked(
    'staff',
    challenge.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
  );
  expect(codeOf(await ask('staff', 'openPay', { phone: wrong }))).toBe('PHONE_CHECK_FAILED');
  expect(codeOf(await ask('peer', 'openPay', { phone: stolen }))).toBe('PHONE_CHECK_FAILED');
  expect(codeOf(await ask('staff', 'openPay', { phone: made }))).toBe('PHONE_CHECK_FAILED');
  expect((await ask('staff', 'openPay', { phone: own })).ok).toBe(true);
  company.clock.advance(120_001);
  expect(codeOf(await ask('staff', 'openPay', { phone: own }))).toBe('PHONE_CHECK_FAILED');
});

test('payroll resets a forgotten passcode of others; the person is told, and sets a new one', async () => {
  await ask('staff', 'setPass', { pass: PASS });
  await ask('payroll', 'setPass', { pass: PASS });
  for (const who of ['peer', 'head', 'hr', 'admin'] as const)
    expect(codeOf(await ask(who, 'resetPass', { employeeId: PEOPLE.staff }))).toBe('FORBIDDEN');
  expect(codeOf(await ask('payroll', 'resetPass', { employeeId: PEOPLE.payroll }))).toBe('NOT_FOUND');
  expect(codeOf(await ask('payroll', 'resetPass', { employeeId: PEOPLE.peer }))).toBe('NOT_FOUND');
  const first = await ask('payroll', 'resetPass', { employeeId: PEOPLE.staff });
  expect(await ask('payroll', 'resetPass', { employeeId: PEOPLE.staff })).toMatchObject({ data: first.data });
  const told = (await company.db.find('messages')).filter(({ event }) => event === 'pay.pass-reset');
  expect(told).toMatchObject([{ to: [PEOPLE.staff] }]);
  expect(codeOf(await ask('staff', 'openPay', { pass: PASS }))).toBe('PASS_UNSET');
  expect((await ask('staff', 'setPass', { pass: OTHER })).ok).toBe(true);
});

test('a second reset without a passcode ends what was opened since, by the phone as well; a retry is the same reset', async () => {
  await ask('staff', 'setPass', { pass: PASS });
  const reset = async (who: Who = 'payroll') =>
    (await ask(who, 'resetPass', { employeeId: PEOPLE.staff })).data.at as number;
  const first = await reset();
  company.clock.advance(1_000);
  expect(await reset()).toBe(first);
  company.clock.advance(60_000);
  const second = await reset();
  expect(second).toBeGreaterThanOrEqual(first + 61_000);
  expect(await company.db.get('pay_passes', PEOPLE.staff)).toMatchObject({ hash: null, resetAt: second });
  const messages = (await company.db.find('messages')).filter(({ event }) => event === 'pay.pass-reset');
  expect(messages).toHaveLength(2);
});

test('each takes few calls of the database', async () => {
  await ask('staff', 'setPass', { pass: PASS });
  await ask('staff', 'openPay', { pass: PASS });
  expect(company.lastCalls()).toBeLessThanOrEqual(3);
  await ask('staff', 'secondCheck');
  expect(company.lastCalls()).toBeLessThanOrEqual(1);
  await ask('staff', 'setPass', { pass: OTHER, old: PASS });
  expect(company.lastCalls()).toBeLessThanOrEqual(5);
});
