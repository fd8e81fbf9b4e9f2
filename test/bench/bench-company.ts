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
import { type Cost, heldMemory, measured } from './measured';
import { count, measuredRow, ms, type Row, row, stoppedRow } from './table';
import { type Watched, watchedFunctions } from './watched-function';

const PEOPLE = 10_060;
const MONTH = '2026-10';
const MB = 1024 * 1024;
const TYPESCRIPT = path.join(ROOT, 'scripts/bootstrap/register-typescript.cjs');
/** What the functions of an instance may hold, MB (`config.json`). */
const MEMORY = { attendance: 256, reports: 512, requests: 256 } as const;
/** As the timer of `requests` sends it. */
const EVENT = { Type: 'Timer', TriggerName: 'requests', Time: '2026-11-23T01:00:00Z' };
/** Of work that goes on from call to call. */
const MAX_STEPS = 100;
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

/** Of the month that is over, and, after the yearly grant, of the month in which it was booked. */
const EXPORTS: readonly (readonly [kind: ReportKind, month: string, seconds: number])[] = [
  ['attendance-month', MONTH, 40],
  ['attendance-days', MONTH, 35],
  ['leave-ledger', '2026-11', 15],
];
/** Of the process with functions, gateway and store, over all of this, MB. */
const MAX_MEMORY = 1_200;

/** The demo company at the size of a large customer: made once, started as a person starts it. */
export async function benchCompany(): Promise<Row[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  const functionsDir = watchedFunctions(['attendance', 'people', 'reports', 'requests', 'schedule']);
  try {
    const script = path.join(__dirname, 'make-company.ts');
    execFileSync(process.execPath, ['--require', TYPESCRIPT, script, dataDir, String(PEOPLE)], { cwd: ROOT });
    const before = heldMemory();
    const start = await measured(() => started(dataDir, functionsDir));
    const cloud = start.result;
    const held = (heldMemory() - before) / MB;
    try {
      const use = await measured(async () => {
        const rows: Row[] = [];
        for (const step of [screens, manyAtOnce, settlement, grant, exports])
          rows.push(...(await step(cloud)));
        return rows;
      });
      return [
        costRow('start', start, 6),
        measuredRow(row('memory that it takes', count(held, 'MB'), { atMost: 700 }), PEOPLE),
        ...use.result,
        measuredRow(
          row('the most memory of the process', count(use.peak / MB, 'MB'), { atMost: MAX_MEMORY }),
          PEOPLE,
          use,
        ),
      ];
    } finally {
      await cloud.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true });
    rmSync(functionsDir, { recursive: true });
  }
}

/** Told at once, because all of it takes minutes. @param seconds the target of its wall time */
function costRow(figure: string, cost: Cost, seconds: number): Row {
  console.log(`  ${figure}: ${cost.wall.toFixed(1)} s, ${cost.cpu.toFixed(1)} s of CPU`);
  const took = { text: `${cost.wall.toFixed(1)} s`, value: cost.wall };
  return measuredRow(row(figure, took, { atMost: seconds }), PEOPLE, cost);
}

/** What stops is a missed target, and the rest is measured. */
async function tried(name: string, work: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await work();
  } catch (error) {
    console.error(`  ${name} stopped:`, error);
    return [measuredRow(stoppedRow(name, error), PEOPLE)];
  }
}

function started(dataDir: string, functionsDir: string): Promise<EmbeddedCloud> {
  const secret = { CONSOLE_SECRET };
  const variables = { attendance: secret, reports: secret, requests: secret };
  const clock = createClock(MORNING);
  return startCloud({
    ...{ dataDir, functionsDir, variables, clock, runTimers: false },
    ...readDatabaseDeclaration(ROOT),
  });
}

async function screens(cloud: EmbeddedCloud): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, action, input, openid, atMost] of SCREENS) {
    const show = async () => {
      const times: number[] = [];
      // The first one loads the function.
      for (let run = 0; run <= RUNS; run += 1)
        times.push((await answered(cloud, action, input, openid)).took);
      return [measuredRow(row(name, ms(spreadOf(times.slice(1))), { atMost }), PEOPLE)];
    };
    rows.push(...(await tried(name, show)));
  }
  return rows;
}

/** People come to work: each opens Today at a moment of two seconds. */
function manyAtOnce(cloud: EmbeddedCloud): Promise<Row[]> {
  const come = async (at: number) => {
    await new Promise((resolve) => setTimeout(resolve, (at * COMING_MS) / COMERS));
    const openid = openidOf(`E${String(1_000 + at).padStart(4, '0')}`);
    return (await answered(cloud, ['attendance', 'today'], {}, openid)).took;
  };
  const title = `p95 of Today, ${COMERS} people within ${COMING_MS / 1_000} s`;
  return tried(title, async () => {
    const all = await measured(() => Promise.all(Array.from({ length: COMERS }, (_, at) => come(at))));
    return [measuredRow(row(title, count(quantile(all.result, 0.95), 'ms'), { atMost: 2_500 }), PEOPLE, all)];
  });
}

function settlement(cloud: EmbeddedCloud): Promise<Row[]> {
  const title = 'settlement of a month';
  return tried(title, async () => {
    const all = await measured(() => untilDone(cloud, ['attendance', 'settle'], { month: MONTH }));
    return [costRow(title, all, 20), ...unitRows(all.result, MEMORY.attendance)];
  });
}

const unitRows = ({ longest, memory, units }: Done, most: number): Row[] => [
  measuredRow(row(`longest of its ${units} units`, count(longest, 'ms'), { atMost: MAX_UNIT_MS }), PEOPLE),
  measuredRow(row('memory of its function', count(memory / MB, 'MB'), { atMost: most }), PEOPLE),
];

/** Everybody's leave of the year is booked by the timer, in steps as long as a run of it may take. */
const grant = (cloud: EmbeddedCloud): Promise<Row[]> => tried('yearly grant of leave', () => granted(cloud));

async function granted(cloud: EmbeddedCloud): Promise<Row[]> {
  const isDone = async () => (await cloud.db.find('ledger_runs', {})).some(({ done }) => done === true);
  let [longest, memory, units] = [0, 0, 0];
  const all = await measured(async () => {
    while (!(await isDone())) {
      const began = performance.now();
      const { result } = await cloud.invoke('requests', EVENT, { as: { kind: 'timer', name: 'requests' } });
      [longest, units] = [Math.max(longest, performance.now() - began), units + 1];
      memory = Math.max(memory, (result as Watched).memory ?? 0);
      if (units > MAX_STEPS) throw new Error(`The grant is not done after ${MAX_STEPS} steps.`);
    }
  });
  const booked = await cloud.db.count('accounts', {});
  const title = `yearly grant of leave: ${booked.toLocaleString('en')} ledgers`;
  return [costRow(title, all, 120), ...unitRows({ longest, memory, units, last: {} }, MEMORY.requests)];
}

async function exports(cloud: EmbeddedCloud): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, month, seconds] of EXPORTS) {
    const make = async () => {
      const input = { kind, month, format: 'xlsx', language: 'zh-CN' };
      const all = await measured(() => untilDone(cloud, ['reports', 'export'], input));
      const lines = (all.result.last.files as { rows: number }[]).reduce((sum, file) => sum + file.rows, 0);
      const title = `export ${kind}: ${lines.toLocaleString('en')} rows`;
      return [costRow(title, all, seconds), ...unitRows(all.result, MEMORY.reports)];
    };
    rows.push(...(await tried(`export ${kind}`, make)));
  }
  return rows;
}

interface Done {
  /** Of one call, ms. */
  readonly longest: number;
  /** Of the function, bytes. */
  readonly memory: number;
  readonly units: number;
  readonly last: Readonly<Record<string, unknown>>;
}

/** Calls an action from the console until it is done. */
async function untilDone(
  cloud: EmbeddedCloud,
  action: readonly [string, string],
  input: object,
): Promise<Done> {
  let [longest, memory, units] = [0, 0, 0];
  for (;;) {
    const { took, data, held } = await answered(cloud, action, input, null);
    [longest, units, memory] = [Math.max(longest, took), units + 1, Math.max(memory, held)];
    if (data.state === 'done') return { longest, memory, units, last: data };
    if (units > MAX_STEPS) throw new Error(`${action.join('.')} is not done after ${MAX_STEPS} steps.`);
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
  const { memory = 0 } = reply as Watched;
  return { took, data: reply.data as Record<string, unknown>, held: memory };
}
