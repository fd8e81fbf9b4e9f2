import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCloud } from '../../local/cloud';
import { type DirectDatabase, directDatabase } from '../../local/cloud/direct-database';
import { Store } from '../../local/cloud/store/store';
import { ROOT } from '../../scripts/lib/root';
import { spreadOf } from './figures';
import { makeRows, ROWS, rowOf, TEAM } from './store-rows';
import { count, ms, type Row, row } from './table';

const RUNS = 7;
const SIZES = [10_000, 100_000] as const;
const WRITERS = 32;
const MB = 1024 * 1024;

/** The embedded cloud's database: searches, start, memory, and what durable writing costs. */
export async function benchStore(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  try {
    for (const size of SIZES) await makeRows(path.join(folder, String(size)), size);
    const rows: Row[] = [];
    for (const size of SIZES) rows.push(await searches(path.join(folder, String(size)), size));
    rows.push(...starts(path.join(folder, String(SIZES[1]))));
    rows.push(await writers(path.join(folder, 'writers')));
    rows.push(...(await throughSdk(path.join(folder, 'sdk'))));
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function searches(folder: string, size: number): Promise<Row> {
  const store = await Store.open(folder, ROWS);
  const db = directDatabase(store);
  const indexed: number[] = [];
  const scanned: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    indexed.push(await timeOf(() => find(db, 'team', run)));
    scanned.push(await timeOf(() => find(db, 'group', run)));
  }
  await store.close();
  const title = `${TEAM} of ${size.toLocaleString('en')} documents, by index, against a full scan`;
  return row(title, ms(spreadOf(indexed)), { atMost: 5 }, ms(spreadOf(scanned)));
}

async function find(db: DirectDatabase, field: 'team' | 'group', run: number): Promise<void> {
  const found = await db.find('rows', { [field]: `t${run}` });
  if (found.length !== TEAM) throw new Error(`Found ${found.length} documents instead of ${TEAM}.`);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const TYPESCRIPT = path.join(ROOT, 'scripts/bootstrap/register-typescript.cjs');

function starts(folder: string): Row[] {
  const script = path.join(__dirname, 'store-start.ts');
  const args = ['--expose-gc', '--require', TYPESCRIPT, script, folder];
  const runs = Array.from({ length: 5 }, () => {
    const text = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    const run = JSON.parse(text) as { ms: number; bytes: number; documents: number };
    if (run.documents !== SIZES[1]) throw new Error(`Only ${run.documents} documents were read.`);
    return run;
  });
  const megabytes = spreadOf(runs.map(({ bytes }) => bytes / MB)).median;
  return [
    row('start with 100,000 documents', ms(spreadOf(runs.map((run) => run.ms))), { atMost: 2000 }),
    row('memory of 100,000 documents of 300 B', count(megabytes, 'MB'), { atMost: 200 }),
  ];
}

/** Many writers who each wait for the disk: they share flushes. The naive way has one flush for each write. */
async function writers(folder: string): Promise<Row> {
  const store = await Store.open(folder, ROWS);
  const db = directDatabase(store);
  const shared: number[] = [];
  const alone: number[] = [];
  let next = 0;
  const add = () => db.insertMany('rows', [rowOf(next++, 1000)]);
  for (let run = 0; run < 5; run += 1) {
    shared.push(await rateOf(WRITERS * 40, WRITERS, add));
    alone.push(await rateOf(WRITERS * 2, 1, add));
  }
  await store.close();
  const naive = rate(alone);
  const title = `durable writes per second of ${WRITERS} writers, against a flush for each`;
  return row(title, rate(shared), { atLeast: Math.round(naive.value * 5) }, naive);
}

async function rateOf(total: number, atOnce: number, work: () => Promise<unknown>): Promise<number> {
  let left = total;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, one));
  return total / ((performance.now() - started) / 1000);
}

/** `1,234 (1,100–1,300)`. */
function rate(runs: readonly number[]): { text: string; value: number } {
  const { median, low, high } = spreadOf(runs);
  return { text: `${count(median).text} (${count(low).text}–${count(high).text})`, value: median };
}

const LANES = [
  { how: 'get', atOnce: 1, target: 200 },
  { how: 'get', atOnce: 16, target: 400 },
  { how: 'add', atOnce: 1, target: 100 },
  { how: 'add', atOnce: 16, target: 200 },
] as const;

async function throughSdk(dataDir: string): Promise<Row[]> {
  const functionsDir = path.join(__dirname, 'functions');
  const cloud = await startCloud({ dataDir, functionsDir, ...ROWS, runTimers: false });
  const many = 400;
  await cloud.db.insertMany(
    'rows',
    Array.from({ length: many }, (_, n) => rowOf(n, 1000)),
  );
  const load = async (how: string, atOnce: number) => {
    const event = { how, count: many, atOnce };
    const { result } = await cloud.invoke('store-load', event, { as: { kind: 'console' } });
    return many / (result as { seconds: number }).seconds;
  };
  const rows: Row[] = [];
  for (const { how, atOnce, target } of LANES) {
    await load(how, atOnce);
    const runs: number[] = [];
    for (let run = 0; run < 5; run += 1) runs.push(await load(how, atOnce));
    rows.push(row(`${how} per second through the SDK, ${atOnce} at once`, rate(runs), { atLeast: target }));
  }
  await cloud.close();
  return rows;
}
