import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { guard } from '../../../../cloudfunctions/shared/entry/guard';
import { buildEntry } from '../../../../scripts/build/functions';

const NEEDS = { name: 'people', node: '18.15.0', timeout: 20 };
const answered = async () => 'answered';

let printed: jest.SpyInstance;
beforeEach(() => {
  printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  delete process.env.WX_OPENID;
});
afterEach(() => {
  printed.mockRestore();
  delete process.env.WX_OPENID;
});

test.each(['18.14.2', '16.13.2', '8.9.4', '17.99.99'])(
  'on Node.js %s every call says which version is needed',
  async (found) => {
    const load = jest.fn();
    const reply = await guard(NEEDS, found, load)({}, { request_id: 'r1', time_limit_in_ms: 20_000 });
    const error = { code: 'RUNTIME_TOO_OLD', data: { function: 'people', needed: '18.15.0', found } };
    expect(reply).toEqual({ ok: false, error, now: expect.any(Number), requestId: 'r1' });
    expect(load).not.toHaveBeenCalled();
  },
);

test.each(['18.15.0', '18.15.1', '18.20.0', '20.0.0', '22.11.0'])(
  'Node.js %s is new enough',
  async (found) => {
    expect(await guard(NEEDS, found, () => answered)({})).toBe('answered');
  },
);

test('a timer or a console that gets 3 s where 20 s are needed is told so, and nothing runs', async () => {
  const run = jest.fn();
  const reply = await guard(NEEDS, '18.15.0', () => run)({}, { request_id: 'r2', time_limit_in_ms: 3000 });
  const error = { code: 'TIME_LIMIT_TOO_SHORT', data: { function: 'people', needed: 20, found: 3 } };
  expect(reply).toMatchObject({ ok: false, error, requestId: 'r2' });
  expect(run).not.toHaveBeenCalled();
  expect(printed).toHaveBeenCalledTimes(1);
});

test('a person is served in 3 s too, and each instance logs once that its time is short', async () => {
  process.env.WX_OPENID = 'oSomeone';
  const main = guard(NEEDS, '18.15.0', () => answered);
  for (let call = 0; call < 3; call += 1) expect(await main({}, { time_limit_in_ms: 3000 })).toBe('answered');
  expect(printed.mock.calls).toEqual([
    ['TIME_LIMIT_TOO_SHORT', '{"function":"people","needed":20,"found":3}'],
  ]);
});

test('enough time, or a platform that does not tell it, is no reason to refuse', async () => {
  const main = guard(NEEDS, '18.15.0', () => answered);
  for (const context of [{ time_limit_in_ms: 20_000 }, { time_limit_in_ms: 60_000 }, {}, undefined])
    expect(await main({}, context)).toBe('answered');
  expect(printed).not.toHaveBeenCalled();
});

test('the built entry has the values of deployment.ts, and the syntax of Node.js 8', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongxin-entry-'));
  writeFileSync(path.join(folder, 'bundle.js'), 'exports.main = async () => "answered";');
  const built = await buildEntry('reports', path.join(folder, 'index.js'));
  const code = built.metafile?.outputs ?? {};
  expect(Object.values(code).map(({ bytes }) => bytes < 4000)).toEqual([true]);
  const { main } = require(path.join(folder, 'index.js'));
  expect(await main({}, { time_limit_in_ms: 60_000 })).toBe('answered');
  expect(await main({}, { time_limit_in_ms: 59_000 })).toMatchObject({
    error: { data: { function: 'reports', needed: 60, found: 59 } },
  });
  rmSync(folder, { recursive: true });
});
