import { rmSync } from 'node:fs';
import path from 'node:path';
import type { FunctionError, Identity } from '../../../local/cloud';
import { bundledFunctions } from '../../support/bundled-functions';
import { startTestCloud, type TestCloud } from '../../support/cloud';
import { installedRuntime } from '../../support/function-runtime';
import { PATIENCE_MS, seenInTime } from '../../support/patience';
import { scratchFolder } from '../../unit/scripts/scratch-folder';

const BAD = bundledFunctions(path.resolve(__dirname, '../functions'));
const SOMEONE: Identity = { kind: 'user', openid: 'oSomeone' };
const program = installedRuntime('named');
const WAYS: [string, string | undefined][] = [['in threads', undefined]];
if (program) WAYS.push(['in processes of the named runtime', program]);

const SOURCES = {
  'callback/index.js': `exports.main = (event, context, callback) => {
    setTimeout(() => (event.fail ? callback(new Error('as asked')) : callback(null, { sum: event.a + event.b })), 1);
  };`,
  'plain/index.js': 'exports.main = (event) => ({ echo: event });',
  'promise/index.js': `exports.main = async (event, context, callback) => { callback(null, 'callback'); return 'promise'; };`,
  'silent/index.js': 'exports.main = () => {};',
  'layout/index.js': `const { shout } = require('lib/words');
    const { twice } = require('helper');
    exports.main = async (event) => require('./deep/nested').say(twice(shout(event.word)));`,
  'layout/lib/words.js': `exports.shout = (word) => word.toUpperCase();`,
  'layout/deep/nested.js': `const { shout } = require('lib/words'); exports.say = (word) => [shout('said'), word];`,
  'layout/node_modules/helper/package.json':
    '{ "name": "helper", "version": "1.0.0", "main": "dist/entry.js" }',
  'layout/node_modules/helper/dist/entry.js': 'exports.twice = (word) => word + word;',
  'told/index.js': `exports.main = async (event, context) => ({ env: { ...process.env }, context });`,
  'leaves/index.js': `let calls = 0;
    const after = (ms, work) => new Promise((done) => setTimeout(() => done(work()), ms));
    exports.main = async ({ leave, stay, print }) => {
      calls += 1;
      if (leave === 'timer') setTimeout(() => { throw new Error('left behind'); }, 30);
      if (leave === 'promise') void after(30, () => { throw new Error('left behind'); });
      if (print) setTimeout(() => console.log('printed late'), 20);
      if (stay) await after(stay, () => undefined);
      return calls;
    };`,
  'begins/index.js': `setTimeout(() => { throw new Error('while it loads'); }, 5);
    exports.main = () => new Promise((done) => setTimeout(done, 200));`,
  'newer/index.js': `exports.main = ({ names }) => names.filter((name) => {
      const owner = name.split('.').slice(0, -1).reduce((value, key) => value?.[key], globalThis);
      return owner !== undefined && name.split('.').pop() in Object(owner);
    });`,
};

describe.each(WAYS)('functions %s', (_, functionNode) => {
  const functionsDir = scratchFolder(SOURCES);
  let cloud: TestCloud;
  let bad: TestCloud;
  beforeAll(async () => {
    cloud = await startTestCloud({ functionsDir, functionNode, collections: [], indexes: [], maxWorkers: 1 });
    bad = await startTestCloud({ functionsDir: BAD, functionNode, collections: ['notes'], indexes: [] });
  });
  afterAll(async () => {
    await cloud.close();
    await bad.close();
    rmSync(functionsDir, { recursive: true });
  });
  const call = (name: string, event: object = {}, as: Identity = SOMEONE) =>
    cloud.invoke(name, event, { as });
  const failure = (name: string, how: string) =>
    bad.invoke(name, { how }, { as: { kind: 'console' } }).then(
      () => 'none',
      (error: FunctionError) => error.code,
    );

  test('a handler may answer by its callback, by what it returns, or by a promise, which counts first', async () => {
    expect((await call('callback', { a: 1, b: 2 })).result).toEqual({ sum: 3 });
    await expect(call('callback', { fail: true })).rejects.toThrow('as asked');
    expect((await call('plain', { n: 1 })).result).toEqual({ echo: expect.objectContaining({ n: 1 }) });
    expect((await call('promise')).result).toBe('promise');
    expect((await call('silent')).result).toBeNull();
  });

  test('modules are found from the root of the function, by NODE_PATH, and in its own node_modules', async () => {
    expect((await call('layout', { word: 'hi' })).result).toEqual(['SAID', 'HIHI']);
  });

  test('the variables and the context are those of the platform', async () => {
    const { env, context } = (await call('told')).result as Record<string, Record<string, unknown>>;
    expect(env).toMatchObject({
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_APPID: expect.stringMatching(/^\d+$/),
      SCF_FUNCTIONNAME: 'told',
      SCF_FUNCTIONVERSION: '$LATEST',
      NODE_PATH: expect.stringContaining(path.join(functionsDir, 'told')),
      USER_CODE_ROOT: expect.stringContaining('told'),
      WX_CLIENTIP: '127.0.0.1',
      WX_OPENID: 'oSomeone',
    });
    expect(context).toMatchObject({
      function_name: 'told',
      memory_limit_in_mb: 256,
      time_limit_in_ms: 3000,
      callbackWaitsForEmptyEventLoop: true,
      tencentcloud_appid: env?.TENCENTCLOUD_APPID,
    });
  });

  test.each(['timer', 'promise'])(
    'work left to a %s fails: the call that left it is named, the next one succeeds',
    async (leave) => {
      const left = await call('leaves', { leave });
      const next = await call('leaves', { stay: 150 });
      expect(left).toMatchObject({ result: expect.any(Number), warnings: [] });
      expect(next).toMatchObject({ warnings: [], logs: [] });
      // The same instance; on a slow machine the work has failed before the call comes, which gets a new one.
      expect([Number(left.result) + 1, 1]).toContain(next.result);
      const fault = { kind: 'late-fault', functionName: 'leaves', message: 'left behind' };
      const warningsOf = (id: string) =>
        cloud.calls.list().find(({ requestId }) => requestId === id)?.warnings;
      expect(warningsOf(left.requestId)).toEqual([fault]);
      expect(warningsOf(next.requestId)).toEqual([]);
      // The instance that it happened in serves nobody else.
      expect((await call('leaves')).result).toBe(1);
    },
  );

  test('work left behind that fails while nobody calls is named too', async () => {
    const left = await call('leaves', { leave: 'timer' });
    const warnings = () => cloud.calls.list().find(({ requestId }) => requestId === left.requestId)?.warnings;
    await seenInTime(() => Boolean(warnings()?.length));
    expect(warnings()).toMatchObject([{ kind: 'late-fault', message: 'left behind' }]);
    expect((await call('leaves')).result).toBe(1);
  });

  test('a request that a call makes after it has returned is refused, and named as its fault', async () => {
    const script = `setTimeout(() => void db.collection('notes').add({ data: {} }), 50); return 'returned'`;
    const left = await bad.invoke('sdk', { script }, { as: SOMEONE });
    const warnings = () => bad.calls.list().find(({ requestId }) => requestId === left.requestId)?.warnings;
    await seenInTime(() => Boolean(warnings()?.length));
    expect(warnings()).toMatchObject([{ kind: 'late-fault', functionName: 'sdk' }]);
  });

  test('what a call prints after it has returned is not in the log of the next one', async () => {
    await call('leaves', { print: true });
    expect((await call('leaves', { stay: 80 })).logs).toEqual([]);
  });

  test('a fault of work that the module itself began fails the call that runs', async () => {
    await expect(call('begins')).rejects.toThrow('while it loads');
  });

  test('builtins that the runtime lacks are absent, those that it has are there', async () => {
    const lacks = [
      ...[
        'Array.prototype.toSorted',
        'Array.prototype.with',
        'Array.fromAsync',
        'Object.groupBy',
        'Map.groupBy',
      ],
      ...['Promise.withResolvers', 'Set.prototype.union', 'String.prototype.isWellFormed', 'URL.canParse'],
      ...['globalThis.navigator', 'globalThis.WebSocket', 'globalThis.CustomEvent', 'globalThis.crypto'],
      ...['Iterator.prototype.map', 'ArrayBuffer.prototype.resize', 'Uint8Array.prototype.toReversed'],
    ];
    const has = [
      'Array.prototype.findLast',
      'Object.hasOwn',
      'globalThis.structuredClone',
      'Array.prototype.at',
    ];
    expect((await call('newer', { names: [...lacks, ...has] })).result).toEqual(has);
  });

  test.each([
    ['throw', 'FUNCTIONS_EXECUTE_FAIL'],
    ['exit', 'FUNCTIONS_EXECUTE_FAIL'],
    ['crash', 'FUNCTIONS_EXECUTE_FAIL'],
    ['eat', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
    ['keep buffers', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
  ])('a function that does "%s" fails with %s and the next call works', async (how, code) => {
    expect(await failure('greedy', how)).toBe(code);
    expect(await failure('greedy', '')).toBe('none');
  });

  test.each(['loop', 'hang'])('a function that does "%s" is stopped at its time limit', async (how) => {
    expect(await failure('misbehave', how)).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED');
    expect(await failure('misbehave', '')).toBe('none');
  });

  test('its clock is the clock of the cloud', async () => {
    const now = Date.parse('2031-05-01T12:00:00Z');
    const as: Identity = { kind: 'console' };
    const { result } = await bad.invoke('sdk', { script: 'return Date.now()' }, { as, now });
    expect(Math.abs(Number(result) - now)).toBeLessThan(PATIENCE_MS);
  });
});
