import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestCloud, type TestCloud } from '../../support/cloud';
import { seenInTime } from '../../support/patience';

const NOON = '2026-03-02T12:00:00+08:00';
const HOUR = 3_600_000;
/** A function that keeps what it saw, over the real SDK; `wait` and `fail` come from a document. */
const SOURCE = `
  const cloud = require(${JSON.stringify(path.resolve(__dirname, '../../../node_modules/wx-server-sdk'))});
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  exports.main = async (event) => {
    const db = cloud.database({ throwOnNotFound: false });
    const { data } = await db.collection('settings').doc('now').get();
    if (data && data.failures > 0) {
      await db.collection('settings').doc('now').update({ data: { failures: db.command.inc(-1) } });
      throw new Error('broken on purpose');
    }
    if (data && data.fail) throw new Error('broken on purpose');
    const { TRIGGER_SRC = null } = process.env;
    await db.collection('seen').add({ data: { event, openid: cloud.getWXContext().OPENID || null, TRIGGER_SRC, at: Date.now() } });
    if (data && data.wait) await new Promise((done) => setTimeout(done, data.wait));
    return 'done';
  };`;

let functionsDir: string;
let cloud: TestCloud;

async function deploy(name: string, config: unknown, source = SOURCE): Promise<void> {
  await mkdir(path.join(functionsDir, name), { recursive: true });
  await writeFile(path.join(functionsDir, name, 'config.json'), JSON.stringify(config));
  await writeFile(path.join(functionsDir, name, 'index.js'), source);
}

const timer = (config: string, name = 'nightly') => ({ triggers: [{ name, type: 'timer', config }] });
const start = (more = {}) =>
  startTestCloud({
    functionsDir,
    collections: ['seen', 'settings'],
    indexes: [],
    now: NOON,
    timerRetries: 0,
    ...more,
  });
const seen = () => cloud.db.find('seen', {}, { order: { at: 1 } });

beforeEach(async () => {
  functionsDir = await mkdtemp(path.join(tmpdir(), 'tongxin-timers-'));
  await deploy('jobs', timer('0 0 2 * * * *'));
  await deploy('plain', {});
  cloud = await start();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await cloud.close();
  await rm(functionsDir, { recursive: true });
});

test('a list with the next time on the cloud clock', async () => {
  expect(await cloud.timers.list()).toEqual([
    {
      functionName: 'jobs',
      name: 'nightly',
      config: '0 0 2 * * * *',
      next: Date.parse('2026-03-03T02:00:00+08:00'),
      running: false,
      problem: null,
    },
  ]);
});

test('a clock that passes the time three times runs the timer once, as a timer', async () => {
  await cloud.timers.runDue();
  expect(await seen()).toEqual([]);
  cloud.clock.advance(64 * HOUR);
  await Promise.all([cloud.timers.runDue(), cloud.timers.runDue()]);
  expect(await seen()).toEqual([
    {
      _id: expect.any(String),
      event: { Type: 'Timer', TriggerName: 'nightly', Time: '2026-03-02T18:00:00Z' },
      openid: null,
      TRIGGER_SRC: 'timer',
      at: expect.any(Number),
    },
  ]);
  expect(Number((await seen())[0]?.at)).toBeGreaterThanOrEqual(Date.parse(NOON) + 64 * HOUR);
  cloud.clock.advance(21 * HOUR);
  await cloud.timers.runDue();
  cloud.clock.advance(HOUR);
  await cloud.timers.runDue();
  expect(cloud.timers.runs()).toEqual([
    expect.objectContaining({
      functionName: 'jobs',
      name: 'nightly',
      error: null,
      requestId: expect.any(String),
    }),
    expect.objectContaining({ due: Date.parse('2026-03-06T02:00:00+08:00'), error: null }),
  ]);
});

test('a clock that goes back runs nothing, and the time that comes again counts', async () => {
  cloud.clock.advance(15 * HOUR);
  await cloud.timers.runDue();
  cloud.clock.advance(-10 * HOUR);
  await cloud.timers.runDue();
  expect(await seen()).toHaveLength(1);
  cloud.clock.advance(10 * HOUR);
  await cloud.timers.runDue();
  expect(await seen()).toHaveLength(2);
});

test('the clock alone starts what is due, when it is moved and while it runs', async () => {
  await cloud.close();
  await deploy('jobs', timer('0 0 */2 * * * *'));
  cloud = await start({ runTimers: true });
  const until = async (count: number) => {
    // What comes due during a run is skipped.
    const isRunning = async () => (await cloud.timers.list()).some(({ running }) => running);
    await seenInTime(async () => (await seen()).length >= count && !(await isRunning()));
    return (await seen()).length;
  };
  cloud.clock.set(Date.parse('2026-03-02T14:00:05+08:00'));
  expect(await until(1)).toBe(1);
  cloud.clock.set(Date.parse('2026-03-02T15:59:59.200+08:00'));
  expect(await until(2)).toBe(2);
  // There and back before anybody could look.
  cloud.clock.advance(2 * HOUR);
  cloud.clock.advance(-HOUR);
  expect(await until(3)).toBe(3);
});

test('no overlap: what comes due during a run is skipped, with a warning', async () => {
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await cloud.db.insertMany('settings', [{ _id: 'now', wait: 1500 }]);
  cloud.clock.advance(24 * HOUR);
  const first = cloud.timers.runDue();
  await seenInTime(async () => (await seen()).length > 0, 10);
  expect(await cloud.timers.list()).toEqual([
    expect.objectContaining({ functionName: 'jobs', running: true }),
  ]);
  await expect(cloud.timers.runNow('jobs')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  cloud.clock.advance(24 * HOUR);
  await Promise.all([first, cloud.timers.runDue()]);
  expect(await seen()).toHaveLength(1);
  expect(cloud.timers.runs().map(({ error }) => error?.message ?? null)).toEqual([
    'Skipped: the previous run has not ended.',
    null,
  ]);
  expect(warned).toHaveBeenCalledTimes(1);
  expect(await cloud.timers.list()).toEqual([expect.objectContaining({ running: false })]);
});

test('an error is logged, and the next time comes nevertheless', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await cloud.db.insertMany('settings', [{ _id: 'now', fail: true }]);
  cloud.clock.advance(24 * HOUR);
  await cloud.timers.runDue();
  const failed = { error: { code: 'FUNCTIONS_EXECUTE_FAIL', message: 'broken on purpose' } };
  expect(cloud.timers.runs()).toEqual([
    expect.objectContaining({ ...failed, requestId: expect.any(String) }),
  ]);
  expect(logged.mock.calls.flat().join(' ')).toContain(
    'nightly of jobs: FUNCTIONS_EXECUTE_FAIL broken on purpose',
  );
  await cloud.db.updateMany('settings', {}, { $set: { fail: false } });
  cloud.clock.advance(24 * HOUR);
  await cloud.timers.runDue();
  expect(await seen()).toHaveLength(1);
});

test('a run that fails is made again, twice at most, until it succeeds', async () => {
  await cloud.close();
  cloud = await start({ timerRetries: undefined });
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await cloud.db.insertMany('settings', [{ _id: 'now', failures: 1 }]);
  cloud.clock.advance(24 * HOUR);
  await cloud.timers.runDue();
  const due = Date.parse('2026-03-03T02:00:00+08:00');
  const failed = { due, error: { code: 'FUNCTIONS_EXECUTE_FAIL', message: 'broken on purpose' } };
  expect(cloud.timers.runs()).toMatchObject([failed, { due, error: null }]);
  expect(await seen()).toHaveLength(1);
  await cloud.db.updateMany('settings', {}, { $set: { failures: 9 } });
  cloud.clock.advance(24 * HOUR);
  await cloud.timers.runDue();
  expect(cloud.timers.runs().slice(2)).toMatchObject([
    { error: failed.error },
    { error: failed.error },
    { error: failed.error },
  ]);
  expect(await cloud.db.get('settings', 'now')).toMatchObject({ failures: 6 });
});

test('closing ends the runs under way and starts no instance for those that wait', async () => {
  await cloud.close();
  const loads = path.join(functionsDir, 'loads.txt');
  const source = `
    require('node:fs').appendFileSync(${JSON.stringify(loads)}, '.');
    exports.main = () => new Promise(() => setInterval(() => undefined, 1000));`;
  await deploy('jobs', { ...timer('0 0 2 * * * *'), timeout: 60 }, source);
  cloud = await start({ maxWorkers: 1 });
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const first = cloud.invoke('jobs', {}, { as: { kind: 'console' } });
  await seenInTime(() => existsSync(loads), 10);
  cloud.clock.advance(24 * HOUR);
  const waiting = cloud.timers.runDue();
  await new Promise((done) => setTimeout(done, 100));
  const refused = expect(first).rejects.toMatchObject({ message: 'The function was stopped.' });
  await cloud.close();
  await Promise.all([refused, waiting]);
  await new Promise((done) => setTimeout(done, 500));
  expect(await readFile(loads, 'utf8')).toBe('.');
  expect(logged).not.toHaveBeenCalled();
});

test('run now', async () => {
  const { result } = await cloud.timers.runNow('jobs');
  expect(result).toBe('done');
  expect(await seen()).toEqual([
    expect.objectContaining({
      TRIGGER_SRC: 'timer',
      event: expect.objectContaining({ TriggerName: 'nightly' }),
    }),
  ]);
  await expect(cloud.timers.runNow('plain')).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  await expect(cloud.timers.runNow('nobody')).rejects.toMatchObject({ code: 'INVALID_PARAM' });
});

const one = { name: 'a', type: 'timer', config: '0 0 2 * * * *' };
test.each<[string, unknown, string]>([
  ['two timers', [one, { ...one, name: 'b' }], 'one timer is allowed, not 2'],
  ['another type', [{ ...one, type: 'http' }], 'type "timer"'],
  ['six fields', [{ ...one, config: '0 2 * * * *' }], '6 fields'],
  ['no name', [{ ...one, name: '' }], 'name of a timer'],
  ['no list', one, 'must be a list'],
])('a function with %s is refused', async (_name, triggers, why) => {
  await deploy('jobs', { triggers });
  const refused = { code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining(why) };
  await expect(cloud.invoke('jobs', {}, { as: { kind: 'console' } })).rejects.toMatchObject(refused);
  expect(await cloud.timers.list()).toEqual([
    expect.objectContaining({ functionName: 'jobs', next: null, problem: expect.stringContaining(why) }),
  ]);
});
