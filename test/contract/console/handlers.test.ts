import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OPENID_HEADER } from '../../../local/cloud';
import type { ConsoleApi } from '../../../local/console/shared/console-api';
import { EXAMPLES } from '../../../local/console/shared/examples';
import { FUNCTION_VARIABLES } from '../../../local/demo/function-variables';
import { seedDemo } from '../../../local/demo/seed-demo';
import { seedGoals } from '../../../local/demo/seed-goals';
import { startTestCloud } from '../../support/cloud';
import { NOON, send, startTestConsole } from '../../support/console';
import { openPerFile } from '../../support/open';

const served = openPerFile(startTestConsole);

async function ask<Name extends keyof ConsoleApi>(
  name: Name,
  body: ConsoleApi[Name]['input'],
): Promise<ConsoleApi[Name]['answer']> {
  const headers = served.ownHeaders();
  const { bytes } = await send(served.origin, { path: `/api/${name}`, headers, body });
  return JSON.parse(bytes.toString('utf8')) as ConsoleApi[Name]['answer'];
}

const run = (more: object) =>
  ask('run', { name: 'nightly', event: '{}', as: 'console', who: '', now: null, ...more });

test('10,000 documents: the last page comes as the first does, 50 at a time', async () => {
  const query = { collection: 'numbers', filter: '{"n":{"$gte":0}}', sort: '{"n":-1}' };
  const first = await ask('find', { ...query, offset: 0 });
  const last = await ask('find', { ...query, offset: 9950 });
  expect([first.total, first.documents.length, first.documents[0]?.n]).toEqual([10_000, 50, 9999]);
  expect([last.documents.length, last.documents.at(-1)?.n]).toEqual([50, 0]);
  // Seconds on any machine would be a search per document.
  expect(last.ms).toBeLessThan(3000);
});

test('a function runs as whom it is told, at the instant it is told', async () => {
  const instant = Date.parse('2025-01-01T00:00:00+08:00');
  const asEmployee = await run({ as: 'employee', who: 'E1', now: instant });
  const asUser = await run({ as: 'openid', who: 'oSomebody' });
  const asTimer = await run({ as: 'timer' });
  expect(asEmployee).toMatchObject({ ok: true, call: { result: { openid: 'oReader' } } });
  if (!asEmployee.ok) throw new Error(asEmployee.code);
  expect((asEmployee.call.result as { now: number }).now - instant).toBeLessThan(60_000);
  expect(asUser).toMatchObject({ ok: true, call: { result: { openid: 'oSomebody' } } });
  expect(asTimer).toMatchObject({ ok: true, call: { result: { event: { Type: 'Timer' }, openid: null } } });
  expect(await run({ as: 'employee', who: 'E404' })).toMatchObject({ ok: false, code: 'INVALID_PARAM' });
});

test('the last calls come newest first, failed ones too, with what they cost and logged', async () => {
  await run({ event: '{"note":"seen"}' });
  await run({ event: '{"fail":true}' });
  const [failed, good] = await ask('runs', {});
  expect(failed).toMatchObject({
    as: { kind: 'console' },
    error: { code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('broken on purpose') },
  });
  expect(good).toMatchObject({
    functionName: 'nightly',
    error: null,
    costs: { database: 1, scanned: 2, returned: 2 },
    logs: [{ level: 'log', text: 'nightly has run seen' }],
  });
  expect((good?.at ?? 0) - Date.parse(NOON)).toBeLessThan(120_000);
  expect(good).not.toHaveProperty('result');
  for (let n = 0; n < 55; n += 1) await run({ name: 'nowhere' });
  expect(await ask('runs', {})).toHaveLength(50);
});

test('a timer shows its next run and the last one, however that was started', async () => {
  const next = Date.parse('2026-03-03T02:00:00+08:00');
  expect(await ask('runTimer', { name: 'letters' })).toMatchObject({ ok: false, code: 'INVALID_PARAM' });
  expect(await ask('runTimer', { name: 'nightly' })).toMatchObject({ ok: true });
  expect(await ask('timers', {})).toMatchObject([{ functionName: 'nightly', next, last: { error: null } }]);
});

test('files come by path, a page at a time, without those half written', async () => {
  for (const at of ['faces/b.png', 'faces/a.png', 'notes.part', '报表.csv']) {
    const headers = { [OPENID_HEADER]: 'oReader' };
    await fetch(`${served.cloud.url}/client/upload?path=${encodeURIComponent(at)}`, {
      method: 'POST',
      headers,
      body: 'four',
    });
  }
  await writeFile(path.join(served.cloud.dataDir, 'files/faces/c.png.0123456789ab.part'), 'half');
  const { files, total } = await ask('files', { prefix: '', offset: 0 });
  expect(files.map(({ path, bytes }) => [path, bytes])).toEqual([
    ['faces/a.png', 4],
    ['faces/b.png', 4],
    ['notes.part', 4],
    ['报表.csv', 4],
  ]);
  expect(total).toBe(4);
  expect(await ask('files', { prefix: 'faces/b', offset: 0 })).toMatchObject({ total: 1 });
  expect(await ask('files', { prefix: '', offset: 3 })).toMatchObject({
    files: [{ path: '报表.csv' }],
    total: 4,
  });
  const { bytes, headers } = await send(served.origin, {
    path: '/api/file',
    headers: served.ownHeaders(),
    body: { path: 'faces/a.png' },
  });
  expect(bytes.toString()).toBe('four');
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
  });
});

test('every shipped example names a function of the product and succeeds on the demo company', async () => {
  const company = await startTestCloud({
    now: '2026-11-23T08:50:00+08:00',
    failOnScan: false,
    variables: FUNCTION_VARIABLES,
  });
  try {
    await seedDemo(company.db, company.clock.now());
    await seedGoals(company, company.clock.now());
    const names = (await company.functions()).map(({ name }) => name);
    expect(Object.keys(EXAMPLES).sort()).toEqual([...names].sort());
    for (const [name, examples] of Object.entries(EXAMPLES))
      for (const { event, as, who = '' } of examples) {
        const filled = JSON.parse(
          JSON.stringify(event).replaceAll('{today}', '2026-11-23').replaceAll('{month}', '2026-11'),
        ) as unknown;
        const binding = as === 'employee' ? await company.db.find('bindings', { employeeId: who }) : [];
        const openid = as === 'openid' ? who : String(binding[0]?._id);
        const identity = as === 'console' ? { kind: 'console' as const } : { kind: 'user' as const, openid };
        const { result } = await company.invoke(name, filled, { as: identity });
        expect([name, event, result]).toEqual([name, event, expect.objectContaining({ ok: true })]);
      }
  } finally {
    await company.close();
  }
});
