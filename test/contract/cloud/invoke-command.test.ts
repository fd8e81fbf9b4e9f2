import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CONSOLE_SECRET } from '../../support/cloud';
import { readWorkbook } from '../../support/spreadsheet';
import { openCompany } from '../../unit/cloudfunctions/support/company';
import { startScriptCloud } from './script';

const ROOT = path.resolve(__dirname, '../../..');
const TYPESCRIPT = path.join(ROOT, 'scripts/bootstrap/register-typescript.cjs');

async function command(...args: string[]): Promise<{ exit: number | null; out: string; err: string }> {
  const script = `require(${JSON.stringify(path.join(ROOT, 'local/cloud/invoke-cli.ts'))}).main(process.argv.slice(1))`;
  const child = spawn(process.execPath, ['--require', TYPESCRIPT, '-e', script, '--', ...args], {
    cwd: ROOT,
  });
  const [texts, exit] = await Promise.all([
    Promise.all([read(child.stdout), read(child.stderr)]),
    new Promise<number | null>((resolve) => child.on('exit', resolve)),
  ]);
  return { exit, out: texts[0], err: texts[1] };
}

async function read(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

test('runs in the cloud that runs: as an employee, as the console, at an instant', async () => {
  const cloud = await startScriptCloud({
    seed: { bindings: [{ _id: 'oBound1', employeeId: 'E001' }], notes: [{ _id: 'n1' }] },
  });
  const run = (script: string, ...more: string[]) =>
    command('sdk', JSON.stringify({ script }), '--data-dir', cloud.dataDir, ...more);
  const whoAndWhen = `await db.collection('notes').doc('n1').get(); console.log('seen');
    return [cloud.getWXContext().OPENID ?? null, new Date().toISOString().slice(0, 16)]`;
  const [employee, inConsole, nobody, broken] = await Promise.all([
    run(whoAndWhen, '--as', 'E001', '--now', '2026-03-02T08:57:00+08:00'),
    run(whoAndWhen, '--as', 'console', '--now', '1700000000000'),
    run('return 1', '--as', 'E999'),
    run('throw new Error("no")', '--as', 'timer'),
  ]);
  expect(JSON.parse(employee.out)).toEqual(['oBound1', '2026-03-02T00:57']);
  expect(employee.err).toMatch(/\[log\] seen\n1 database calls, 1 documents scanned/);
  expect(employee.exit).toBe(0);
  expect(JSON.parse(inConsole.out)).toEqual([null, '2023-11-14T22:13']);
  expect([nobody.exit, nobody.out, nobody.err]).toEqual([1, '', expect.stringContaining('"E999"')]);
  expect([broken.exit, broken.out]).toEqual([1, '']);
  expect(broken.err).toContain('FUNCTIONS_EXECUTE_FAIL: no');
  await cloud.close();
});

test('HR exports a month from the console: the answer has the link of a workbook', async () => {
  const company = await openCompany('2026-11-23T09:40:00+08:00');
  const input = { kind: 'attendance-month', month: '2026-10', format: 'xlsx', language: 'zh-CN' };
  const event = JSON.stringify({ action: 'export', input, secret: CONSOLE_SECRET });
  const { exit, out } = await command('reports', event, '--as', 'console', '--data-dir', company.dataDir);
  expect(exit).toBe(0);
  const { ok, data } = JSON.parse(out) as { ok: boolean; data: { state: string; links: string[] } };
  expect([ok, data.state, data.links.length]).toEqual([true, 'done', 1]);
  const { rows } = await readWorkbook(await (await fetch(String(data.links[0]))).arrayBuffer());
  expect(rows[0]?.slice(0, 2)).toEqual(['工号', '姓名']);
  expect(rows.map(([id]) => id)).toContain('E0001');
  await company.close();
});

test('opens the data itself when no cloud runs', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongxin-invoke-'));
  const { exit, err } = await command('no-such', '{}', '--as', 'console', '--data-dir', dataDir);
  expect(exit).toBe(1);
  expect(err).toContain('FUNCTION_NOT_FOUND');
  await rm(dataDir, { recursive: true });
});

test.each([
  ['no function', ['--as', 'console']],
  ['nobody', ['sdk', '{}']],
  ['an event that is not JSON', ['sdk', '{', '--as', 'console']],
  ['an instant without a zone', ['sdk', '{}', '--as', 'console', '--now', '2026-03-02T08:57:00']],
])('wrong arguments (%s) print the usage', async (_name, args) => {
  const { exit, out, err } = await command(...args);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain('Usage: npm run invoke');
});

test('one cloud per data folder; a killed one does not block the next', async () => {
  const cloud = await startScriptCloud();
  await expect(startScriptCloud({ dataDir: cloud.dataDir })).rejects.toMatchObject({
    code: 'DATA_DIR_IN_USE',
  });
  await cloud.close();
});
