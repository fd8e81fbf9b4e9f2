import type { ValueState } from '#contracts/integration';
import { eventOf, signedRequest } from '../../../../docs/integration-client.mjs';
import { openWithReset } from '../../../support/open';
import { CYCLE, goalKey, metric, objective, openGoalCompany, person, TEAM } from '../support/goal-company';
import { openidOf, PEOPLE } from '../support/request-company';

interface Key {
  readonly clientId: string;
  readonly keyId: string;
  readonly secret: string;
}
interface Reply {
  readonly ok: boolean;
  readonly data?: { readonly results: readonly { readonly line: number; readonly state: ValueState }[] };
  readonly error?: { readonly code: string; readonly data: Record<string, unknown> };
}

let key: Key;
const company = openWithReset(
  () => openGoalCompany(undefined, { functionRule: { '*': { invoke: true } } }),
  async (opened) => {
    const own = metric('orders', 100, { words: ['sales.orders'] });
    await opened.save('staff', person('staff'), 0, objective('own', [own]));
    await opened.save(
      'peer',
      person('peer'),
      0,
      objective('own', [metric('orders', 100, { words: ['sales.orders'] })]),
    );
    key = await newClient({ kpis: ['sales.*'], cycles: ['*'] }, opened);
    // The clock of each test begins before this was done.
    await opened.db.updateMany('integration_clients', {}, { $set: { 'keys.0.from': 0 } });
  },
);

async function newClient(scope: object, on: Pick<typeof company, 'act'> = company): Promise<Key> {
  const { data } = await on.act('console', 'integration.createClient', { name: '收银系统', ...scope });
  return data;
}

const value = (more: object = {}) => ({
  ...{ kpi: 'sales.orders', cycle: CYCLE, owner: person('staff'), value: 12 },
  ...{ at: '2026-11-16T09:00:00Z', ...more },
});

type Sent = Partial<{
  as: 'http' | 'timer' | 'anonymous';
  openid: string;
  key: Key;
  idempotencyKey: string;
  ageS: number;
  change: object;
}>;

async function send(values: readonly object[], more: Sent = {}): Promise<{ status: number; reply: Reply }> {
  const { keyId, secret } = more.key ?? key;
  const now = company.clock.now() - (more.ageS ?? 0) * 1000;
  const { idempotencyKey = goalKey() } = more;
  const signed = signedRequest({ keyId, secret, body: JSON.stringify({ values }), now, idempotencyKey });
  return over({ ...eventOf(signed), ...more.change }, more);
}

async function over(
  event: object,
  { as = 'http', openid }: Sent = {},
): Promise<{ status: number; reply: Reply }> {
  const who = openid
    ? { kind: 'user' as const, openid }
    : as === 'timer'
      ? { kind: as, name: 'timer' }
      : { kind: as };
  const { result } = await company.invoke('integration', event, { as: who });
  const { statusCode, body } = result as { statusCode: number; body: string };
  return { status: statusCode, reply: JSON.parse(body) };
}

const codeOf = async (...given: Parameters<typeof send>) => (await send(...given)).reply.error?.code;
const sheetOf = (who: 'staff' | 'peer') => company.db.get('goal_sheets', `${CYCLE}:p-${PEOPLE[who]}`);
const logOf = async (who: 'staff' | 'peer') => ((await sheetOf(who))?.log ?? []) as Record<string, unknown>[];

describe('a value of a system outside', () => {
  test('stands on the key result, with the name of the system and the day', async () => {
    const { status, reply } = await send([value({ note: '门店 3' })]);
    expect([status, reply.data?.results]).toEqual([200, [{ line: 1, state: 'booked' }]]);
    expect(await logOf('staff')).toMatchObject([
      {
        source: '收银系统',
        day: '2026-11-16',
        note: '门店 3',
        entries: [{ keyResultId: 'orders', mode: 'set', value: 12 }],
      },
    ]);
    const { data } = await company.goal('staff', 'history', {
      cycleId: CYCLE,
      owner: person('staff'),
      keyResultId: 'orders',
    });
    expect(data.checkIns).toMatchObject([{ source: '收银系统', day: '2026-11-16' }]);
    expect(data.sheet.objectives[0].keyResults[0].standing).toEqual({ value: 12 });
  });

  test.each(['report', 'check-in'])(
    'of a system that is called "%s" is not the word of the person',
    async (name) => {
      const day = { cycleId: CYCLE, day: '2026-11-16', text: '今天 3 单' };
      await company.goal('staff', 'report', { ...day, key: goalKey(), entries: [] });
      // New ones cannot be called so; one may have been before.
      await company.db.updateMany('integration_clients', {}, { $set: { name } });
      company.clock.advance(1_000);
      expect((await send([value()])).reply.data?.results).toEqual([{ line: 1, state: 'booked' }]);
      const log = await logOf('staff');
      expect(log.map(({ source }) => source)).toEqual(
        expect.arrayContaining(['report', `${name} (${key.clientId})`]),
      );
      const { report } = (await company.goal('staff', 'home')).data;
      expect(report.text).toBe('今天 3 单');
    },
  );

  test('each has an outcome of its own, in the order of the batch', async () => {
    const { reply } = await send([
      value(),
      value({ owner: person('peer'), value: 5 }),
      value({ kpi: 'sales.unheard' }),
      value({ owner: { kind: 'person', id: 'R404' } }),
      value({ owner: TEAM }),
      value({ cycle: '2026-Q4' }),
    ]);
    expect(reply.data?.results.map(({ state }) => state)).toEqual([
      'booked',
      'booked',
      'unknown-kpi',
      'unknown-owner',
      'unknown-owner',
      'unknown-owner',
    ]);
  });

  test('is not booked in a closed cycle', async () => {
    await company.db.updateMany('goal_cycles', { _id: CYCLE }, { $set: { state: 'closed' } });
    expect((await send([value()])).reply.data?.results).toEqual([{ line: 1, state: 'closed-cycle' }]);
    expect(await logOf('staff')).toEqual([]);
  });

  test('that says the same again is no entry more; another figure is', async () => {
    await send([value()]);
    expect((await send([value()])).reply.data?.results).toEqual([{ line: 1, state: 'duplicate' }]);
    await send([value({ value: 13 })]);
    expect((await logOf('staff')).map(({ entries }) => (entries as { value: number }[])[0]?.value)).toEqual([
      12, 13,
    ]);
  });

  test('that the key result cannot have is told, and the others are booked', async () => {
    const { reply } = await send([value({ value: 50_000_000_000 }), value({ owner: person('peer') })]);
    expect(reply.data?.results.map(({ state }) => state)).toEqual(['figure-invalid', 'booked']);
  });
});

test('a request takes the database calls that the documentation says', async () => {
  const costOf = async (idempotencyKey: string, change: object = {}) => {
    const body = JSON.stringify({ values: [value()] });
    const signed = signedRequest({ ...key, body, now: company.clock.now(), idempotencyKey });
    const event = { ...eventOf(signed), ...change };
    return (await company.invoke('integration', event, { as: { kind: 'http' } })).costs.database;
  };
  const idempotencyKey = goalKey();
  expect(await costOf(idempotencyKey)).toBeLessThanOrEqual(8);
  expect(await costOf(idempotencyKey)).toBe(3);
  expect(await costOf(goalKey(), { body: '{}' })).toBe(1);
});

describe('a request that comes again', () => {
  test('is answered as the first one was, and books nothing twice', async () => {
    const idempotencyKey = goalKey();
    const first = await send([value()], { idempotencyKey });
    await send([value({ value: 20 })]);
    expect(await send([value()], { idempotencyKey })).toMatchObject({
      status: 200,
      reply: { data: first.reply.data },
    });
    expect(await logOf('staff')).toHaveLength(2);
  });

  test('with other values is refused', async () => {
    const idempotencyKey = goalKey();
    await send([value()], { idempotencyKey });
    expect(await send([value({ value: 13 })], { idempotencyKey })).toMatchObject({
      status: 409,
      reply: { error: { code: 'IDEMPOTENCY_KEY_REUSED' } },
    });
  });

  test('after it was interrupted is carried on', async () => {
    const idempotencyKey = goalKey();
    await send([value()], { idempotencyKey });
    const _id = `${key.clientId}:${idempotencyKey}`;
    await company.db.updateMany('integration_requests', { _id: _id }, { $set: { answer: null } });
    expect((await send([value()], { idempotencyKey })).reply.data?.results).toEqual([
      { line: 1, state: 'booked' },
    ]);
    expect(await logOf('staff')).toHaveLength(1);
  });

  test('is forgotten after its time', async () => {
    await send([value()]);
    company.clock.set(Date.parse('2026-11-22T03:20:00+08:00'));
    await company.act('timer', 'integration.x');
    expect(await company.db.count('integration_requests', {})).toBe(0);
  });
});

describe('who may', () => {
  test.each([
    ['a second too old', { ageS: 301 }, 'SIGNATURE_EXPIRED'],
    ['a second too early', { ageS: -302 }, 'SIGNATURE_EXPIRED'],
    ['with another body', { change: { body: '{"values":[]}' } }, 'SIGNATURE_INVALID'],
    ['for another resource', { change: { path: '/v1/others' } }, 'EVENT_INVALID'],
    ['by another method', { change: { httpMethod: 'GET' } }, 'EVENT_INVALID'],
    ['without a signature', { change: { headers: {} } }, 'INPUT_INVALID'],
    [
      'of an unknown client',
      { key: { clientId: 'zzzzzzzz', keyId: 'zzzzzzzz-zzzzzz', secret: 'x' } },
      'SIGNATURE_INVALID',
    ],
  ] as [string, Sent, string][])('a request %s is refused', async (_, more, code) => {
    expect(await codeOf([value()], more)).toBe(code);
    expect(await logOf('staff')).toEqual([]);
    expect(await company.db.count('integration_requests', {})).toBe(0);
  });

  test('at the edge of its time it is taken', async () => {
    expect((await send([value()], { ageS: 299 })).status).toBe(200);
  });

  test.each([
    ['a KPI', { kpi: 'stock.orders' }],
    ['a cycle', { cycle: '2025-11' }],
  ])('%s outside of the scope refuses the whole batch', async (_, other) => {
    const narrow = await newClient({ kpis: ['sales.orders'], cycles: [CYCLE] });
    const { status, reply } = await send([value(), value({ ...other, owner: person('peer') })], {
      key: narrow,
    });
    expect([status, reply.error]).toEqual([403, { code: 'OUT_OF_SCOPE', data: { line: 2 } }]);
    expect(await logOf('staff')).toEqual([]);
  });

  test('no phone, timer or phone without a login is a system outside, whatever it signs', async () => {
    for (const openid of [openidOf('staff'), openidOf('hr'), openidOf('admin')])
      expect(await codeOf([value()], { openid })).toBe('CALLER_REFUSED');
    for (const as of ['timer', 'anonymous'] as const)
      expect(await codeOf([value()], { as })).toBe('CALLER_REFUSED');
    expect(await logOf('staff')).toEqual([]);
  });

  test('no other function takes a request of HTTP', async () => {
    const signed = eventOf(signedRequest({ ...key, body: '{}', now: company.clock.now() }));
    for (const { name } of await company.functions()) {
      if (name === 'integration') continue;
      const { result } = await company.invoke(name, signed, { as: { kind: 'http' } });
      expect([name, result]).toEqual([
        name,
        expect.objectContaining({ ok: false, error: { code: 'EVENT_INVALID', data: {} } }),
      ]);
    }
  });

  test('a client has so many calls a minute', async () => {
    const busy = await newClient({ kpis: ['sales.*'], cycles: ['*'] });
    // At once, on both instances: each has a bucket, which fills by one a second.
    const codes = await Promise.all(
      Array.from({ length: 200 }, () => codeOf([value({ kpi: 'stock.orders' })], { key: busy })),
    );
    expect(new Set(codes)).toEqual(new Set(['OUT_OF_SCOPE', 'RATE_LIMITED']));
  });
});

describe('keys', () => {
  test('are stored encrypted, and listed without their secrets', async () => {
    const stored = JSON.stringify(await company.db.find('integration_clients', {}));
    expect(stored).not.toContain(key.secret);
    const { data } = await company.act('console', 'integration.listClients');
    expect(JSON.stringify(data)).not.toMatch(/secret|sealed/);
    expect(data.clients).toMatchObject([
      { id: key.clientId, name: '收银系统', keys: [{ id: key.keyId, until: null }] },
    ]);
  });

  test('are both valid while a system changes over, and the earlier one ends by itself', async () => {
    const { data: next } = await company.act('console', 'integration.rotateKey', {
      clientId: key.clientId,
      overlapDays: 7,
    });
    expect((await send([value()])).status).toBe(200);
    expect((await send([value({ value: 13 })], { key: next })).status).toBe(200);
    company.clock.set(company.clock.now() + 8 * 86_400_000);
    expect(await codeOf([value()])).toBe('SIGNATURE_INVALID');
    expect((await send([value({ value: 14 })], { key: next })).status).toBe(200);
  });

  test('a third is refused while two are valid', async () => {
    const rotate = { clientId: key.clientId, overlapDays: 7 };
    await company.act('console', 'integration.rotateKey', rotate);
    const { error } = await company.act('console', 'integration.rotateKey', rotate);
    expect(error).toEqual({ code: 'KEY_LIMIT', data: { max: 2 } });
  });

  test('that became known are ended at once, and the history says so', async () => {
    await company.act('console', 'integration.endKey', { clientId: key.clientId, keyId: key.keyId });
    expect(await codeOf([value()])).toBe('SIGNATURE_INVALID');
    const { data } = await company.act('console', 'integration.listClients');
    expect(data.clients[0].changes.map(({ what }: { what: string }) => what)).toEqual([
      'key-ended',
      'created',
    ]);
  });

  test('of another client sign nothing, even with its document copied', async () => {
    const other = await newClient({ kpis: ['*'], cycles: ['*'] });
    const [mine] = await company.db.find('integration_clients', { _id: key.clientId });
    const stolen = ((mine?.keys ?? []) as { id: string }[]).map((each) => ({ ...each, id: other.keyId }));
    await company.db.updateMany('integration_clients', { _id: other.clientId }, { $set: { keys: stolen } });
    expect((await send([value()], { key: { ...other, secret: key.secret } })).status).toBe(500);
  });

  test('a new scope counts at once', async () => {
    const scope = { clientId: key.clientId, kpis: ['stock.*'], cycles: ['*'] };
    await company.act('console', 'integration.setScope', scope);
    expect(await codeOf([value()])).toBe('OUT_OF_SCOPE');
  });
});
