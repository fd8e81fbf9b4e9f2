import { eventOf, signedRequest } from '../../../../docs/integration-client.mjs';
import { openWithReset } from '../../../support/open';
import type { Answer } from '../support/company';
import { newKey, openidOf, openRequestCompany, type Who } from '../support/request-company';

const company = openWithReset(() =>
  openRequestCompany('2026-11-16T10:00:00+08:00', { functionRule: { '*': { invoke: true } } }),
);
const TILL = { name: '收银系统', kpis: ['sales.*'], cycles: ['*'] };
type Key = { clientId: string; keyId: string; secret: string };

/** What the second check opens to somebody, who sets a passcode first. */
const openingOf = async (who: Who): Promise<string> =>
  (await company.act(openidOf(who), 'payroll.setPass', { pass: '908172' })).data.token;
const ask = (who: Who, action: string, input: object): Promise<Answer> =>
  company.act(openidOf(who), `integration.${action}`, input);
const codeOf = ({ error }: Answer) => error?.code;
const clients = () => company.db.find('integration_clients', {});

/** A signed call of nothing but its signature: the code that it is refused with; none if it is right. */
async function refusalOf({ keyId, secret }: Key): Promise<string | undefined> {
  const body = JSON.stringify({ values: [] });
  const signed = signedRequest({ keyId, secret, body, now: company.clock.now(), idempotencyKey: newKey() });
  const { result } = await company.invoke('integration', eventOf(signed), { as: { kind: 'http' } });
  const { error } = JSON.parse((result as { body: string }).body) as Answer;
  return error?.code === 'SIGNATURE_INVALID' ? error.code : undefined;
}

test('HR or an administrator makes a key on the phone behind the second check, and it signs', async () => {
  expect(codeOf(await ask('hr', 'createClient', TILL))).toBe('SECOND_CHECK_NEEDED');
  for (const who of ['hr', 'admin'] as const) {
    const opening = await openingOf(who);
    const { data } = await ask(who, 'createClient', { ...TILL, opening, key: newKey() });
    company.clock.advance(1_000);
    expect(await refusalOf(data)).toBeUndefined();
    expect(await refusalOf({ ...data, secret: 'guessed' })).toBe('SIGNATURE_INVALID');
  }
  expect(await clients()).toHaveLength(2);
});

test('an opening of somebody else, of another WeChat user or that is over opens no key', async () => {
  const [mine, others] = [await openingOf('hr'), await openingOf('payroll')];
  for (const opening of [others, `${mine}x`, 'x'])
    expect(codeOf(await ask('hr', 'listClients', { opening }))).toBe('SECOND_CHECK_NEEDED');
  // Payroll has a right opening, and no right to keys.
  expect(codeOf(await ask('payroll', 'listClients', { opening: others }))).toBe('FORBIDDEN');
  expect((await ask('hr', 'listClients', { opening: mine })).ok).toBe(true);
  company.clock.advance(301_000);
  expect(codeOf(await ask('hr', 'listClients', { opening: mine }))).toBe('SECOND_CHECK_NEEDED');
});

test('a double tap makes one system and one key, and is told the same secret for ten minutes', async () => {
  const input = { ...TILL, opening: await openingOf('hr'), key: newKey() };
  const [first, again] = await Promise.all([
    ask('hr', 'createClient', input),
    ask('hr', 'createClient', input),
  ]);
  expect(first.data).toEqual(again.data);
  const change = { clientId: first.data.clientId, overlapDays: 7, opening: input.opening, key: newKey() };
  const second = await ask('hr', 'rotateKey', change);
  expect((await ask('hr', 'rotateKey', change)).data).toEqual(second.data);
  const [client, ...more] = await clients();
  expect(more).toEqual([]);
  expect(client?.keys).toHaveLength(2);
  // Whoever has the phone of HR later cannot ask for it.
  company.clock.advance(601_000);
  const late = { ...input, opening: await openingOf('hr') };
  expect(codeOf(await ask('hr', 'createClient', late))).toBe('NOT_FOUND');
  expect(codeOf(await ask('hr', 'rotateKey', { ...change, opening: late.opening }))).toBe('NOT_FOUND');
  // Nor may somebody else with the same key of the tap.
  const others = { ...input, opening: await openingOf('admin') };
  expect((await ask('admin', 'createClient', others)).data.clientId).not.toBe(first.data.clientId);
});

test('the list has what is needed to judge a key, who has changed what, and no secret', async () => {
  const opening = await openingOf('hr');
  const { data: key } = await ask('hr', 'createClient', { ...TILL, opening });
  company.clock.advance(1_000);
  await refusalOf(key);
  const usedAt = company.clock.now();
  await ask('hr', 'setScope', { clientId: key.clientId, kpis: ['crm.*'], cycles: ['2026'], opening });
  // The same again is no change.
  await ask('hr', 'setScope', { clientId: key.clientId, kpis: ['crm.*'], cycles: ['2026'], opening });
  const { data } = await ask('hr', 'listClients', { opening });
  expect(JSON.stringify(data)).not.toMatch(/secret|sealed/);
  expect(JSON.stringify(data)).not.toContain(key.secret);
  const by = { byId: expect.any(String), byName: expect.any(String) };
  expect(data.clients).toMatchObject([
    {
      ...{ id: key.clientId, name: TILL.name, kpis: ['crm.*'], cycles: ['2026'] },
      keys: [{ id: key.keyId, until: null, usedAt: expect.any(Number) }],
      changes: [
        { what: 'scope-changed', ...by },
        { what: 'created', keyId: key.keyId, ...by },
      ],
    },
  ]);
  expect(Math.abs(data.clients[0].keys[0].usedAt - usedAt)).toBeLessThan(60_000);
});

test('a till that calls every minute is noted once an hour', async () => {
  const { data: key } = await ask('hr', 'createClient', { ...TILL, opening: await openingOf('hr') });
  const usedAt = async () => {
    company.clock.advance(60_000);
    expect(await refusalOf(key)).toBeUndefined();
    const [client] = await clients();
    return ((client?.used ?? {}) as Record<string, number>)[key.keyId] ?? 0;
  };
  const first = await usedAt();
  expect(await usedAt()).toBe(first);
  company.clock.advance(3_600_000);
  expect(await usedAt()).toBeGreaterThan(first);
});

test('an ended key signs nothing any more, and ending it again changes nothing', async () => {
  const opening = await openingOf('hr');
  const { data: key } = await ask('hr', 'createClient', { ...TILL, opening });
  company.clock.advance(1_000);
  const end = { clientId: key.clientId, keyId: key.keyId, opening };
  expect((await ask('hr', 'endKey', end)).data).toEqual({ keys: 0 });
  expect(await refusalOf(key)).toBe('SIGNATURE_INVALID');
  const before = await clients();
  expect((await ask('hr', 'endKey', end)).data).toEqual({ keys: 0 });
  expect(await clients()).toEqual(before);
  const unknown = { ...end, keyId: `${key.clientId}-aaaaaa` };
  expect(codeOf(await ask('hr', 'endKey', unknown))).toBe('NOT_FOUND');
});

test('the hundred and first system is refused', async () => {
  const opening = await openingOf('hr');
  const [client] = [(await ask('hr', 'createClient', { ...TILL, opening })).data];
  const [stored] = await company.db.find('integration_clients', { _id: client.clientId });
  const copies = Array.from({ length: 99 }, (_, n) => ({
    ...stored,
    _id: `copy${String(n).padStart(4, 'a')}`,
  }));
  await company.db.insertMany('integration_clients', copies);
  expect((await ask('hr', 'createClient', { ...TILL, opening })).error).toEqual({
    code: 'CLIENT_LIMIT',
    data: { max: 100 },
  });
});
