import { signedRequest } from '../../docs/integration-client.mjs';
import { useCompany } from './support/company';

const company = useCompany();
const CYCLE = '2026-11';
const SELLER = 'E0037';
const SHEET = `${CYCLE}:p-${SELLER}`;
const KEY_RESULT = {
  page: `/features/goals/pages/key-result/key-result?sheet=${encodeURIComponent(SHEET)}&id=result`,
};

const HR = 'E0046';

/** HR makes a key on the page behind the second check, and the key result is known to it by a word. */
async function makeClient(): Promise<{ keyId: string; secret: string }> {
  const hr = await company.phoneOf(HR, { page: '/features/pay/pages/clients/clients' });
  await hr.see('先设一个查看密码');
  for (const field of ['#pass', '#pass-again']) await hr.type(field, '908172');
  await hr.tap('#lock-ok');
  await hr.see('还没有接入的系统');
  await hr.tap('接入一个系统');
  await hr.type('#name', '收银系统');
  await hr.type('#kpis', 'sales.*');
  await hr.screenshot('integration-new');
  await hr.tap('#save');
  await hr.see('收银系统的新密钥');
  await hr.screenshot('integration-made');
  const [keyId, secret] = await Promise.all(
    ['#key-id', '#secret'].map(async (id) => (await hr.read(id)).trim()),
  );
  await hr.tap('#kept');
  await hr.see('今天生成', '还没有用过');
  await company.cloud.db.updateMany(
    'goal_sheets',
    { _id: SHEET },
    { $set: { 'objectives.0.keyResults.0.words': ['sales.orders'] } },
  );
  return { keyId: String(keyId), secret: String(secret) };
}

/** Signs as the client of the documentation does, at the time of the demo company, and sends it as a program would. */
async function send(
  url: string,
  key: { keyId: string; secret: string },
  values: object[],
): Promise<{ status: number; reply: unknown }> {
  const body = JSON.stringify({ values });
  const { method, path, headers } = signedRequest({ ...key, body, now: company.cloud.clock.now() });
  const response = await fetch(url + path, { method, headers, body });
  return { status: response.status, reply: await response.json() };
}

/** HR sees that the key is used, changes it, and ends the one before. */
async function stopsWorking(
  url: string,
  key: { keyId: string; secret: string },
  value: object,
): Promise<void> {
  const hr = await company.phoneOf(HR, { page: '/features/pay/pages/clients/clients' });
  await hr.type('#pass', '908172');
  await hr.tap('#lock-ok');
  await hr.see('收银系统');
  expect(await hr.read('.key')).toContain('最近使用');
  await hr.tap('更换密钥');
  await hr.see('旧密钥再用多久');
  await hr.tap('#make');
  expect(await hr.read('#made')).toContain('那天之前两个都能用');
  await hr.tap('#kept');
  await hr.screenshot('integration-two-keys');
  await hr.tap(`#end-${key.keyId}`, '.mp-modal >> text="停用"');
  await hr.see('密钥已停用');
  const refused = await send(url, key, [value]);
  expect(refused).toMatchObject({ status: 401, reply: { error: { code: 'SIGNATURE_INVALID' } } });
}

test('a till sets a figure over HTTP, and the key result says from where and of which day', async () => {
  const phone = await company.phoneOf(SELLER, KEY_RESULT);
  await phone.see('填过的进展');
  const url = `${new URL(phone.page.url()).origin}/integration`;
  const key = await makeClient();
  const owner = { kind: 'person', id: SELLER };
  const value = { kpi: 'sales.orders', cycle: CYCLE, owner, value: 12, at: '2026-11-22T20:00:00+08:00' };
  const { status, reply } = await send(url, key, [value, { ...value, kpi: 'sales.unheard' }]);
  expect([status, reply]).toMatchObject([
    200,
    {
      ok: true,
      data: {
        results: [
          { line: 1, state: 'booked' },
          { line: 2, state: 'unknown-kpi' },
        ],
      },
    },
  ]);
  // Somebody who only knows the address.
  const unsigned = await send(url, { ...key, secret: 'guessed' }, [{ ...value, value: 99 }]);
  expect(unsigned).toMatchObject({ status: 401, reply: { error: { code: 'SIGNATURE_INVALID' } } });
  const later = await company.phoneOf(SELLER, KEY_RESULT);
  await later.see('改为 12\u00a0位', '11月22日 周日 · 来自 收银系统');
  await later.screenshot('integration-source');
  await stopsWorking(url, key, value);
});
