import { literal, looseObject, pipe, regex, strictObject, string } from 'valibot';
import { identity } from '../../../../cloudfunctions/shared/data/cloud';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';
import {
  consoleAction,
  employeeAction,
  employeeOrConsoleAction,
  wechatAction,
} from '../../../../cloudfunctions/shared/kernel/action';
import type { Employee } from '../../../../cloudfunctions/shared/kernel/employee';
import { serve } from '../../../../cloudfunctions/shared/kernel/serve';

jest.mock('../../../../cloudfunctions/shared/data/cloud', () => ({ identity: jest.fn() }));
const platform = jest.mocked(identity);

const input = strictObject({
  word: pipe(string(), regex(/^\w+$/)),
  deep: strictObject({ yes: literal(true) }),
});
const good = { word: 'hello', deep: { yes: true } };
type Say = { input: { word: string; deep: { yes: true } }; output: unknown };
const forbid = () => {
  throw new AppError('FORBIDDEN', {});
};
const main = serve(
  {
    say: employeeAction<Say>({
      input,
      allow: () => undefined,
      run: async ({ input: { word }, me }) => [word, me._id],
    }),
    never: employeeAction<Say>({ input, allow: forbid, run: async () => 'never' }),
    hello: wechatAction<Say>({ input, run: async ({ openid }) => openid }),
    loose: wechatAction<{ input: object; output: unknown }>({
      input: looseObject({}),
      run: async ({ input: all }) => all,
    }),
    report: consoleAction<Say>({ input, run: async () => 'done' }),
    both: employeeOrConsoleAction<Say>({
      input,
      allow: (me) => (me._id === 'E1' ? undefined : forbid()),
      run: async ({ me }) => me?._id ?? 'console',
    }),
    neither: employeeOrConsoleAction<Say>({ input, allow: forbid, run: async () => 'never' }),
    crash: consoleAction<Say>({
      input,
      run: async () => {
        throw new Error('password=secret of oAbc');
      },
    }),
  },
  { employeeOf: async () => ({ _id: 'E1', leftOn: null, roles: ['employee'] }) as unknown as Employee },
);
const as = (context: Record<string, unknown>, env: Record<string, string> = {}) =>
  platform.mockReturnValue({ context, env });
const code = async (event: unknown) => {
  const reply = await main(event);
  return reply.ok ? 'ok' : reply.error.code;
};

beforeEach(() => {
  platform.mockReset();
  as({ OPENID: 'oAbc' });
});

test('an answer carries the data and the server’s time', async () => {
  const before = Date.now();
  const reply = await main({ action: 'say', input: good });
  expect(reply).toEqual({ ok: true, data: ['hello', 'E1'], now: expect.any(Number) });
  expect(reply.now).toBeGreaterThanOrEqual(before);
});

test('what the platform adds is ignored', async () => {
  const event = { action: 'hello', input: good, userInfo: { openId: 'forged' }, tcbContext: {} };
  expect(await main(event)).toMatchObject({ ok: true, data: 'oAbc' });
});

test.each([
  ['nothing', undefined, 'EVENT_INVALID'],
  ['a text', 'say', 'EVENT_INVALID'],
  ['a list', [], 'EVENT_INVALID'],
  ['no input', { action: 'say' }, 'EVENT_INVALID'],
  ['a list as input', { action: 'say', input: [] }, 'EVENT_INVALID'],
  ['an openid beside the input', { action: 'say', input: good, openid: 'oX' }, 'EVENT_INVALID'],
  ['a prototype', JSON.parse('{"action":"say","input":{},"__proto__":{"a":1}}'), 'EVENT_INVALID'],
  [
    'a cycle',
    (() => {
      const a: Record<string, unknown> = { action: 'say' };
      a.input = a;
      return a;
    })(),
    'EVENT_INVALID',
  ],
  ['an action that is no name', { action: 'say it', input: {} }, 'EVENT_INVALID'],
  ['an unknown action', { action: 'sing', input: {} }, 'ACTION_UNKNOWN'],
  ['an inherited action', { action: 'constructor', input: {} }, 'ACTION_UNKNOWN'],
  ['an openid in the input', { action: 'say', input: { ...good, openid: 'oX' } }, 'INPUT_INVALID'],
  ['an operator', { action: 'say', input: { ...good, $where: '1' } }, 'INPUT_INVALID'],
  ['an operator inside', { action: 'say', input: { ...good, word: { $gt: '' } } }, 'INPUT_INVALID'],
  ['a dotted key', { action: 'say', input: { ...good, 'deep.yes': true } }, 'INPUT_INVALID'],
  [
    'a prototype in the input',
    { action: 'say', input: JSON.parse('{"word":"a","__proto__":{"deep":{"yes":true}}}') },
    'INPUT_INVALID',
  ],
  ['a constructor in the input', { action: 'say', input: { ...good, constructor: 1 } }, 'INPUT_INVALID'],
  ['a field too little', { action: 'say', input: { word: 'a' } }, 'INPUT_INVALID'],
  ['a wrong type', { action: 'say', input: { ...good, word: 7 } }, 'INPUT_INVALID'],
])('%s is refused before anybody is asked who calls', async (_, event, expected) => {
  expect(await code(event)).toBe(expected);
  expect(platform).not.toHaveBeenCalled();
});

test.each([
  ['an operator', '{"a":{"$gt":""}}', 'unknown-key'],
  ['a prototype', '{"a":{"__proto__":{}}}', 'unknown-key'],
  ['a constructor', '{"a":{"constructor":1}}', 'unknown-key'],
  ['an inherited name', '{"a":[{"toString":1}]}', 'unknown-key'],
  ['a dotted key', '{"a":{"b.c":1}}', 'unknown-key'],
  ['an empty key', '{"a":{"":1}}', 'unknown-key'],
  ['a number as key', '{"a":{"12":1}}', 'unknown-key'],
  ['almost a day', '{"a":{"2026-1-01":1}}', 'unknown-key'],
  ['depth', `${'{"a":'.repeat(11)}1${'}'.repeat(11)}`, 'depth'],
])('%s is refused whatever the schema allows', async (_, text, rule) => {
  expect(await main({ action: 'loose', input: JSON.parse(text) })).toMatchObject({
    error: { code: 'INPUT_INVALID', data: { rule } },
  });
});

test('plain keys and lists pass the first look', async () => {
  const all = { a: [1, { b_1: [null, 'x'] }], c: { d: { e: true } }, m: { '2026-12-01': 1, 'zh-CN': '' } };
  expect(await main({ action: 'loose', input: all })).toMatchObject({ ok: true, data: all });
});

test('names the field and the rule', async () => {
  expect(await main({ action: 'say', input: { word: 'a', deep: { yes: 1 } } })).toMatchObject({
    error: { code: 'INPUT_INVALID', data: { path: 'deep.yes', rule: 'literal' } },
  });
  expect(await main({ action: 'say', input: { ...good, more: 1 } })).toMatchObject({
    error: { code: 'INPUT_INVALID', data: { path: 'more', rule: 'unknown-key' } },
  });
});

test('an event larger than 64 KB is refused with its size', async () => {
  const event = { action: 'say', input: { ...good, word: '中'.repeat(22_000) } };
  expect(await main(event)).toMatchObject({
    error: {
      code: 'EVENT_TOO_LARGE',
      data: { limit: 65_536, bytes: Buffer.byteLength(JSON.stringify(event)) },
    },
  });
});

test('deep nesting is refused', async () => {
  const deep = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
  expect(await code({ action: 'say', input: deep(9) })).toBe('INPUT_INVALID');
  expect(await code({ action: 'say', input: deep(10_000) })).toMatch(/INVALID$/);
});

describe('callers', () => {
  const event = (action: string) => ({ action, input: good });
  test.each([
    ['say', {}, {}, 'CALLER_REFUSED'],
    ['say', {}, { TRIGGER_SRC: 'timer' }, 'CALLER_REFUSED'],
    ['say', { OPENID: 12 }, {}, 'CALLER_REFUSED'],
    ['report', { OPENID: 'oAbc' }, {}, 'CALLER_REFUSED'],
    ['report', {}, { TCB_UUID: 'u' }, 'CALLER_REFUSED'],
    ['report', {}, { TRIGGER_SRC: 'timer' }, 'CALLER_REFUSED'],
    ['report', {}, {}, 'ok'],
    ['hello', { OPENID: 'oAbc' }, {}, 'ok'],
    ['never', { OPENID: 'oAbc' }, {}, 'FORBIDDEN'],
    ['both', { OPENID: 'oAbc' }, {}, 'ok'],
    ['both', {}, {}, 'ok'],
    ['both', { OPENID: 12 }, {}, 'CALLER_REFUSED'],
    ['both', {}, { TRIGGER_SRC: 'timer' }, 'CALLER_REFUSED'],
    ['both', {}, { TCB_UUID: 'u' }, 'CALLER_REFUSED'],
    ['neither', { OPENID: 'oAbc' }, {}, 'FORBIDDEN'],
    ['neither', {}, {}, 'ok'],
  ])('%s by %j %j: %s', async (action, context, env, expected) => {
    as(context, env);
    expect(await code(event(action))).toBe(expected);
  });
});

test('an action of both knows the employee of a WeChat user, and nobody in the console', async () => {
  expect(await main({ action: 'both', input: good })).toMatchObject({ data: 'E1' });
  as({});
  expect(await main({ action: 'both', input: good })).toMatchObject({ data: 'console' });
});

test('a fault of ours is logged with its id and tells nothing', async () => {
  as({});
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const reply = await main({ action: 'crash', input: good }, { request_id: 'r-1' });
  expect(reply).toEqual({
    ok: false,
    error: { code: 'INTERNAL', data: {} },
    now: expect.any(Number),
    requestId: 'r-1',
  });
  expect(log).toHaveBeenCalledWith('INTERNAL', 'r-1', 'other', expect.any(Error));
  log.mockRestore();
});
