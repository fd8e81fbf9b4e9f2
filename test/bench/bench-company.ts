import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReportKind } from '#contracts/report';
import { createClock, type EmbeddedCloud, readDatabaseDeclaration, startCloud } from '../../local/cloud';
import { openidOf } from '../../local/demo/demo-person';
import { CONSOLE_SECRET } from '../../local/demo/function-variables';
import { ROOT } from '../../scripts/lib/root';
import { call, MORNING } from './bench-cloud';
import { quantile, spreadOf } from './figures';
import { count, ms, type Row, row } from './table';
import { watchedFunctions } from './watched-function';

const PEOPLE = 10_060;
const WHAT = `${PEOPLE.toLocaleString('en')} people`;
const MONTH = '2026-10';
const MB = 1024 * 1024;
const TYPESCRIPT = path.join(ROOT, 'scripts/bootstrap/register-typescript.cjs');
/** What the functions of an instance may hold, MB (`config.json`). */
const MEMORY = { attendance: 256, reports: 512 } as const;
/** Of a unit that a console waits for, ms: a function may run for a minute. */
const MAX_UNIT_MS = 45_000;
const RUNS = 5;
/** Who opens Today at the same time, and within how long. */
const COMERS = 200;
const COMING_MS = 2_000;

/** Whoever leads, and works for HR, in the demo company. */
const MANAGER = openidOf('E0009');
const HR = openidOf('E0046');

/** Each is opened from a phone, and has to be there within this time, ms. */
const SCREENS = [
  ['Today', ['attendance', 'today'], {}, MANAGER, 300],
  ['Pending', ['requests', 'pending'], {}, MANAGER, 300],
  ['team board of a team', ['attendance', 'teamToday'], { departmentId: 'V1-1-8' }, HR, 800],
  ['roster of a team', ['schedule', 'roster'], { departmentId: 'V1-1-8', month: MONTH }, HR, 800],
  ['search by a part of a name', ['people', 'find'], { text: '甲' }, MANAGER, 500],
] as const;

const EXPORTS: readonly (readonly [kind: ReportKind, seconds: number])[] = [
  ['attendance-month', 40],
  ['attendance-days', 35],
  ['leave-ledger', 25],
];

/** The demo company at the size of a large customer: made once, started as a person starts it. */
export async function benchCompany(): Promise<Row[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  const functionsDir = watchedFunctions(['attendance', 'people', 'reports', 'requests', 'schedule']);
  try {
    const script = path.join(__dirname, 'make-company.ts');
    execFileSync(process.execPath, ['--require', TYPESCRIPT, script, dataDir, String(PEOPLE)], { cwd: ROOT });
    const before = process.memoryUsage().rss;
    const began = performance.now();
    const cloud = await started(dataDir, functionsDir);
    const took = performance.now() - began;
    try {
      return [
        row(`start with ${WHAT}`, count(took, 'ms'), { atMost: 6_000 }),
        row('memory that it takes', count((process.memoryUsage().rss - before) / MB, 'MB'), { atMost: 700 }),
        ...(await screens(cloud)),
        await manyAtOnce(cloud),
        ...(await settlement(cloud)),
        ...(await exports(cloud)),
      ];
    } finally {
      await cloud.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true });
    rmSync(functionsDir, { recursive: true });
  }
}

function started(dataDir: string, functionsDir: string): Promise<EmbeddedCloud> {
  const secret = { CONSOLE_SECRET };
  const variables = { attendance: secret, reports: secret };
  const clock = createClock(MORNING);
  return startCloud({
    ...{ dataDir, functionsDir, variables, clock, runTimers: false },
    ...readDatabaseDeclaration(ROOT),
  });
}

async function screens(cloud: EmbeddedCloud): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, action, input, openid, atMost] of SCREENS) {
    const times: number[] = [];
    // The first one loads the function.
    for (let run = 0; run <= RUNS; run += 1) times.push((await answered(cloud, action, input, openid)).took);
    rows.push(row(`${name}, ${WHAT}`, ms(spreadOf(times.slice(1))), { atMost }));
  }
  return rows;
}

/** People come to work: each opens Today at a moment of two seconds. */
async function manyAtOnce(cloud: EmbeddedCloud): Promise<Row> {
  const times = await Promise.all(
    Array.from({ length: COMERS }, async (_, at) => {
      await new Promise((resolve) => setTimeout(resolve, (at * COMING_MS) / COMERS));
      const openid = openidOf(`E${String(1_000 + at).padStart(4, '0')}`);
      return (await answered(cloud, ['attendance', 'today'], {}, openid)).took;
    }),
  );
  const title = `p95 of Today, ${COMERS} of ${WHAT} within ${COMING_MS / 1_000} s`;
  return row(title, count(quantile(times, 0.95), 'ms'), { atMost: 2_500 });
}

async function settlement(cloud: EmbeddedCloud): Promise<Row[]> {
  const { whole, longest, memory, units } = await untilDone(cloud, ['attendance', 'settle'], {
    month: MONTH,
  });
  return [
    row(`settlement of ${WHAT}`, count(whole / 1_000, 's'), { atMost: 20 }),
    row(`longest of its ${units} units`, count(longest, 'ms'), { atMost: MAX_UNIT_MS }),
    row('memory of its function', count(memory / MB, 'MB'), { atMost: MEMORY.attendance }),
  ];
}

async function exports(cloud: EmbeddedCloud): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, seconds] of EXPORTS) {
    const input = { kind, month: MONTH, format: 'xlsx', language: 'zh-CN' };
    const { whole, longest, memory, last } = await untilDone(cloud, ['reports', 'export'], input);
    const lines = (last.files as { rows: number }[]).reduce((sum, file) => sum + file.rows, 0);
    const title = `export ${kind} of ${WHAT}: ${lines.toLocaleString('en')} rows`;
    rows.push(row(title, count(whole / 1_000, 's'), { atMost: seconds }));
    rows.push(row('longest of its units', count(longest, 'ms'), { atMost: MAX_UNIT_MS }));
    rows.push(row('memory of its function', count(memory / MB, 'MB'), { atMost: MEMORY.reports }));
  }
  return rows;
}

/** Calls an action from the console until it is done. @returns times in ms, memory in bytes */
async function untilDone(cloud: EmbeddedCloud, action: readonly [string, string], input: object) {
  let [whole, longest, memory, units] = [0, 0, 0, 0];
  for (;;) {
    const { took, data, held } = await answered(cloud, action, input, null);
    [whole, longest, units] = [whole + took, Math.max(longest, took), units + 1];
    memory = Math.max(memory, held);
    if (data.state === 'done') return { whole, longest, memory, units, last: data };
  }
}

/** @throws Error if the call is refused: a benchmark of refusals says nothing */
async function answered(
  cloud: EmbeddedCloud,
  action: readonly [string, string],
  input: object,
  openid: string | null,
) {
  const began = performance.now();
  const { reply } = await call(cloud, action, input, openid);
  const took = performance.now() - began;
  if (!reply.ok) throw new Error(`${action.join('.')} was refused: ${reply.error.code}`);
  const { memory = 0 } = reply as { memory?: number };
  return { took, data: reply.data as Record<string, unknown>, held: memory };
}
