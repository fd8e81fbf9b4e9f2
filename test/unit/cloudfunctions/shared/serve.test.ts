import { literal, looseObject, pipe, regex, strictObject, string } from 'valibot';
import type { Reply } from '#contracts/reply';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';
import {
  consoleAction,
  employeeAction,
  employeeOrConsoleAction,
  functionAction,
  wechatAction,
} from '../../../../cloudfunctions/shared/kernel/action';
import type { Employee } from '../../../../cloudfunctions/shared/kernel/employee';
import { serve } from '../../../../cloudfunctions/shared/kernel/serve';
import { identity } from '../../../../cloudfunctions/shared/platform/cloud';

jest.mock('../../../../cloudfunctions/shared/platform/cloud', () => ({
  ...jest.requireActual('../../../../cloudfunctions/shared/platform/cloud'),
  identity: jest.fn(),
}));
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
const received = jest.fn();
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
    next: functionAction<Say>({ input, run: async () => 'done' }),
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
    wait: consoleAction<Say>({
      input,
      run: async () => {
        throw { errCode: -502001, errMsg: 'operation exceeded time limit of 1000 ms' };
      },
    }),
  },
  { employeeOf: async () => ({ _id: 'E1', leftOn: null, roles: ['employee'] }) as unknown as Employee },
  { pushes: { happened: received } },
);
const as = (context: Record<string, unknown>, env: Record<string, string> = {}) =>
  platform.mockReturnValue({ context, env });
const SECRET = 'a-secret-of-thirty-two-characters';
/** The console of an environment whose administrator has set the secret. */
const asConsole = () => as({ SOURCE: 'wx_devtools' }, { CONSOLE_SECRET: SECRET });
const code = async (event: unknown) => {
  const reply = (await main(event)) as Reply<unknown>;
  return reply.ok ? 'ok' : reply.error.code;
};

beforeEach(() => {
  platform.mockReset();
  as({ OPENID: 'oAbc' });
});

test('an answer carries the data and the server’s time', async () => {
  const before = Date.now();
  const reply = (await main({ action: 'say', input: good })) as Reply<unknown>;
  expect(reply).toEqual({ ok: true, data: ['hello', 'E1'], now: expect.any(Number) });
  expect(reply.now).toBeGreaterThanOrEqual(before);
});

describe('a message of WeChat’s servers', () => {
  const message = { MsgType: 'event', Event: 'happened', trace_id: 'a', userInfo: { openId: 'oAbc' } };
  const pushed = () => as({ OPENID: 'oAbc', SOURCE: 'wx_unknown' });
  beforeEach(() => received.mockReset().mockResolvedValue(undefined));

  test('is handed over as it is, and answered as WeChat expects it', async () => {
    pushed();
    expect(await main(message)).toBe('success');
    expect(received).toHaveBeenCalledWith(message, expect.any(Number));
  });

  test('of a phone is refused before anything looks at it', async () => {
    as({ OPENID: 'oAbc', SOURCE: 'wx_client' });
    expect(await code(message)).toBe('CALLER_REFUSED');
    expect(received).not.toHaveBeenCalled();
  });

  test.each<[string, object, string]>([
    ['that the function does not know', { ...message, Event: 'other' }, 'EVENT_INVALID'],
    ['with an inherited name', { ...message, Event: 'constructor' }, 'EVENT_INVALID'],
    ['of another kind', { ...message, MsgType: 'text' }, 'EVENT_INVALID'],
    ['that is too large', { ...message, detail: 'x'.repeat(70_000) }, 'EVENT_TOO_LARGE'],
  ])('%s is refused', async (_, event, expected) => {
    pushed();
    expect(await code(event)).toBe(expected);
    expect(received).not.toHaveBeenCalled();
  });

  test('that cannot be handled is not confirmed', async () => {
    pushed();
    received.mockRejectedValue(new AppError('BUSY', {}));
    expect(await code(message)).toBe('BUSY');
  });
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
    ['report', {}, {}, 'SETUP_MISSING'],
    ['report', {}, { CONSOLE_SECRET: SECRET }, 'CALLER_REFUSED'],
    ['report', { SOURCE: 'wx_client' }, { CONSOLE_SECRET: SECRET }, 'CALLER_REFUSED'],
    ['report', { SOURCE: 'wx_client,scf' }, { CONSOLE_SECRET: SECRET }, 'CALLER_REFUSED'],
    ['next', { SOURCE: 'wx_client,scf' }, {}, 'ok'],
    ['next', { OPENID: 'oAbc', SOURCE: 'wx_client,scf' }, {}, 'ok'],
    ['next', { OPENID: 'oAbc', SOURCE: 'wx_client' }, {}, 'CALLER_REFUSED'],
    ['next', { SOURCE: 'wx_devtools' }, { CONSOLE_SECRET: SECRET }, 'CALLER_REFUSED'],
    ['next', { SOURCE: 'wx_trigger' }, { TRIGGER_SRC: 'timer' }, 'CALLER_REFUSED'],
    ['hello', { OPENID: 'oAbc', SOURCE: 'wx_client,scf' }, {}, 'CALLER_REFUSED'],
    ['hello', { OPENID: 'oAbc' }, {}, 'ok'],
    ['never', { OPENID: 'oAbc' }, {}, 'FORBIDDEN'],
    ['both', { OPENID: 'oAbc' }, {}, 'ok'],
    ['both', {}, {}, 'SETUP_MISSING'],
    ['both', { OPENID: 12 }, {}, 'CALLER_REFUSED'],
    ['both', {}, { TRIGGER_SRC: 'timer' }, 'CALLER_REFUSED'],
    ['both', {}, { TCB_UUID: 'u' }, 'CALLER_REFUSED'],
    ['neither', { OPENID: 'oAbc' }, {}, 'FORBIDDEN'],
  ])('%s by %j %j: %s', async (action, context, env, expected) => {
    as(context, env);
    expect(await code(event(action))).toBe(expected);
  });
});

test('the console is let in with its secret, which no action sees', async () => {
  const event = { action: 'report', input: good, secret: SECRET };
  asConsole();
  expect(await code(event)).toBe('ok');
  expect(await code({ ...event, secret: `${SECRET}1` })).toBe('CALLER_REFUSED');
  expect(await code({ ...event, input: { ...good, secret: SECRET } })).toBe('INPUT_INVALID');
  // A person gains nothing by it.
  as({ OPENID: 'oAbc', SOURCE: 'wx_client' }, { CONSOLE_SECRET: SECRET });
  expect(await code(event)).toBe('CALLER_REFUSED');
});

describe('what follows', () => {
  const after = jest.fn(async () => undefined);
  const served = serve(
    {
      done: wechatAction<Say>({ input, run: async () => 'done' }),
      fails: wechatAction<Say>({ input, run: forbid }),
    },
    { employeeOf: async () => forbid() },
    { after, jobs: [{ name: 'job', run: async ({ deadline }) => ({ left: deadline - performance.now() }) }] },
  );
  beforeEach(() => after.mockClear());
  test.each(['done', 'fails'])('runs before the answer when an action %s', async (action) => {
    await served({ action, input: good });
    expect(after).toHaveBeenCalledTimes(1);
  });
  test('runs behind the jobs of a timer, which have three quarters of the time limit', async () => {
    as({ SOURCE: 'wx_trigger' }, { TRIGGER_SRC: 'timer' });
    const leftOf = async (context?: { time_limit_in_ms: number }) => {
      const { data } = (await served({ Type: 'Timer' }, context)) as unknown as {
        data: { job: { left: number } };
      };
      return Math.round(data.job.left / 1_000);
    };
    expect(await leftOf({ time_limit_in_ms: 60_000 })).toBe(45);
    expect(await leftOf({ time_limit_in_ms: 20_000 })).toBe(15);
    expect(await leftOf()).toBe(15);
    expect(after).toHaveBeenCalledTimes(3);
  });
  test('one job that fails stops none of the others, and each gets its share of the time', async () => {
    as({ SOURCE: 'wx_trigger' }, { TRIGGER_SRC: 'timer' });
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const shares: number[] = [];
    const job = (name: string, fails = false) => ({
      name,
      run: async ({ deadline }: { deadline: number }) => {
        shares.push(Math.round((deadline - performance.now()) / 1_000));
        if (fails) throw new TypeError('no list');
        return { done: 1 };
      },
    });
    const jobs = [job('first', true), job('second'), job('third')];
    const reply = await serve(
      {},
      { employeeOf: jest.fn() },
      { jobs },
    )({ Type: 'Timer' }, { time_limit_in_ms: 64_000 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'JOBS_FAILED', data: { jobs: 'first' } } });
    expect(shares).toEqual([16, 24, 48]);
    expect(log).toHaveBeenCalledWith('JOB_FAILED', 'first', 'other', expect.any(TypeError));
  });
  test('what is left of the time goes to a job that has used up its share', async () => {
    as({ SOURCE: 'wx_trigger' }, { TRIGGER_SRC: 'timer' });
    let runs = 0;
    const busy = {
      name: 'busy',
      run: async ({ deadline }: { deadline: number }) => {
        runs += 1;
        while (runs === 1 && performance.now() < deadline) await new Promise((r) => setTimeout(r, 1));
        return { done: 1 };
      },
    };
    const idle = { name: 'idle', run: async () => ({ done: 1 }) };
    const jobs = [busy, idle];
    const reply = await serve(
      {},
      { employeeOf: jest.fn() },
      { jobs },
    )({ Type: 'Timer' }, { time_limit_in_ms: 80 });
    expect(reply).toMatchObject({ ok: true, data: { busy: { done: 2 }, idle: { done: 1 } } });
  });
  test('a timer’s event from anybody else runs nothing', async () => {
    for (const context of [{ OPENID: 'oAbc' }, { SOURCE: 'wx_client' }, { SOURCE: 'wx_devtools' }, {}]) {
      as(context);
      expect(await served({ Type: 'Timer' })).toMatchObject({ error: { code: 'CALLER_REFUSED' } });
    }
  });
});

test('an action of both knows the employee of a WeChat user, and nobody in the console', async () => {
  expect(await main({ action: 'both', input: good })).toMatchObject({ data: 'E1' });
  asConsole();
  expect(await main({ action: 'both', input: good, secret: SECRET })).toMatchObject({ data: 'console' });
});

test('whoever calls without end is refused alone, before anything of them is loaded', async () => {
  as({ OPENID: 'oFlood' }, { CALLS_PER_MINUTE: '3' });
  const say = () => code({ action: 'say', input: good });
  expect([await say(), await say(), await say(), await say()]).toEqual(['ok', 'ok', 'ok', 'RATE_LIMITED']);
  as({ OPENID: 'oOther' }, { CALLS_PER_MINUTE: '3' });
  expect(await say()).toBe('ok');
});

describe('what is refused', () => {
  const logged = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  beforeEach(() => logged.mockClear());
  afterAll(() => logged.mockRestore());
  const lines = async (event: unknown) => {
    await main(event, { request_id: 'r-7' });
    return logged.mock.calls.map((line) => line.join(' '));
  };

  test('by a right is logged with the action, who it was and the id of the call', async () => {
    expect(await lines({ action: 'never', input: good })).toEqual(['REFUSED FORBIDDEN never E1 r-7']);
  });

  test.each<[string, unknown, string]>([
    ['an operator', { action: 'say', input: { ...good, $where: '1' } }, 'INPUT_INVALID - -'],
    ['input that no phone sends', { action: 'say', input: { ...good, word: 7 } }, 'INPUT_INVALID say -'],
    ['an action that is none', { action: 'drop table', input: {} }, 'EVENT_INVALID - -'],
    ['an unknown action', { action: 'sing', input: {} }, 'ACTION_UNKNOWN - -'],
    ['a run that only the console may ask for', { action: 'report', input: good }, 'CALLER_REFUSED report -'],
  ])('%s is logged without what was sent', async (_, event, line) => {
    expect(await lines(event)).toEqual([`REFUSED ${line} r-7`]);
  });

  test('nothing of an ordinary call is logged', async () => {
    expect(await lines({ action: 'say', input: good })).toEqual([]);
  });
});

test('a database that takes too long is no fault of the person: they are told to try again, and it is logged', async () => {
  asConsole();
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const reply = await main({ action: 'wait', input: good, secret: SECRET }, { request_id: 'r-2' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'BUSY', data: {} } });
  expect(log).toHaveBeenCalledWith('INTERNAL', 'r-2', 'timeout', expect.anything());
  log.mockRestore();
});

test('a fault of ours is logged with its id and tells nothing', async () => {
  asConsole();
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const reply = await main({ action: 'crash', input: good, secret: SECRET }, { request_id: 'r-1' });
  expect(reply).toEqual({
    ok: false,
    error: { code: 'INTERNAL', data: {} },
    now: expect.any(Number),
    requestId: 'r-1',
  });
  expect(log).toHaveBeenCalledWith('INTERNAL', 'r-1', 'other', expect.any(Error));
  log.mockRestore();
});
