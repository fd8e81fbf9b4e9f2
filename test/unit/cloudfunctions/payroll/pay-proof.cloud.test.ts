import type { PayProof } from '#contracts/pay-files';
import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID } from '../support/payroll-company';
import { openidOf, type Who } from '../support/request-company';

const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, who === 'staff' ? 21_750 : 12_000);
    await opened.calculate();
    await opened.lock();
    await opened.publish();
  },
);

const openingOf = async (who: Who): Promise<string> =>
  (await company.pay(who, 'setPass', { pass: '908172' })).data.token;
const prove = async (who: Who = 'staff', more: object = {}) =>
  company.pay(who, 'provePayslip', { month: MONTH, version: 1, opening: await openingOf(who), ...more });
const check = (code: string, net: number, openid = openidOf('stranger')) =>
  company.act(openid, 'payroll.checkProof', { code, net });

test('a bank that is nobody here learns that the slip is genuine, and nothing beside', async () => {
  const { code, net } = (await prove()).data as PayProof;
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  const { data } = await check(` ${code.toLowerCase().replace(/-/g, ' ')}`, net);
  expect(data).toEqual({
    company: expect.any(Object),
    name: expect.stringMatching(/^.\*\*$/),
    month: MONTH,
    until: '2027-02-03',
  });
});

test('a wrong code, an amount that was changed by a fen and a slip that was recalled are not found', async () => {
  const { code, net } = (await prove()).data as PayProof;
  expect((await check('2222-2222-2222', net)).error).toEqual({ code: 'PROOF_UNKNOWN', data: {} });
  expect((await check(code, net + 1)).error).toEqual({ code: 'PROOF_UNKNOWN', data: {} });
  const { data } = await company.pay('payroll', 'payMonth', { month: MONTH });
  const recall = { month: MONTH, rev: data.run.rev, reason: '算错了' };
  expect((await company.pay('payroll', 'recallPay', recall)).ok).toBe(true);
  expect((await check(code, net)).error).toEqual({ code: 'PROOF_UNKNOWN', data: {} });
});

test('the same slip has the same code, and the store has neither code nor amount', async () => {
  const [first, second] = [(await prove()).data as PayProof, (await prove()).data as PayProof];
  expect(second.code).toBe(first.code);
  expect(((await prove('peer')).data as PayProof).code).not.toBe(first.code);
  const stored = await company.db.find('pay_proofs');
  expect(stored).toHaveLength(2);
  const text = JSON.stringify(stored);
  for (const secret of [first.code, first.code.replace(/-/g, ''), String(first.net)])
    expect(text).not.toContain(secret);
});

test('a code is confirmed for ninety days', async () => {
  const { code, net } = (await prove()).data as PayProof;
  company.clock.advance(90 * 86_400_000);
  expect((await check(code, net)).ok).toBe(true);
  company.clock.advance(86_400_000);
  expect((await check(code, net)).error?.code).toBe('PROOF_UNKNOWN');
});

test('a WeChat user asks ten times an hour', async () => {
  const { code, net } = (await prove()).data as PayProof;
  for (let at = 0; at < 10; at += 1)
    expect((await check('2222-2222-2222', at, 'openid-of-a-guesser')).error?.code).toBe('PROOF_UNKNOWN');
  expect((await check(code, net, 'openid-of-a-guesser')).error?.code).toBe('PROOF_LIMIT');
  expect((await check(code, net)).ok).toBe(true);
});

test('nobody proves without the second check, or a version that is over', async () => {
  expect((await prove('staff', { opening: 'x' })).error?.code).toBe('SECOND_CHECK_NEEDED');
  expect((await prove('staff', { version: 2 })).error).toEqual({
    code: 'VERSION_CONFLICT',
    data: { version: 1 },
  });
  expect((await prove('staff', { month: '2026-09' })).error?.code).toBe('NOT_FOUND');
});
