import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { call, withBenchCloud } from './bench-cloud';
import { spreadOf } from './figures';
import { dayOf, idOf, MONTH, PEOPLE, PERSON, SAMPLE, WORKDAYS } from './settlement-lane';
import { count, ms, type Row, row } from './table';

const ROUNDS = 5;
/** Of the lane with function, SDK and store. */
const CLOUD_PEOPLE = 1_000;

/** A month of ten thousand people: the rules alone, then the function with its database. */
export async function benchSettlement(): Promise<Row[]> {
  const { settleAll, naivePerPerson } = bundledLane();
  const ours = spreadOf(Array.from({ length: ROUNDS }, settleAll));
  const everybody = naivePerPerson() * PEOPLE;
  const naive = { text: `${everybody.toFixed(0)} ms, from ${SAMPLE} people`, value: everybody };
  const times = { text: `${(everybody / ours.median).toFixed(0)} times`, value: everybody / ours.median };
  return [
    row('settlement of 10,000 people × 22 days, CPU', ms(ours), { atMost: 1_000 }, naive),
    row('the naive loop of a query per person takes', times, { atLeast: 100 }),
    ...(await cloudRows()),
  ];
}

/** Bundled as functions are deployed: the loader of the bench names every closure, which costs more than the rules. */
function bundledLane(): Pick<typeof import('./settlement-lane'), 'settleAll' | 'naivePerPerson'> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  const outfile = path.join(folder, 'lane.js');
  const entryPoints = [path.join(__dirname, 'settlement-lane.ts')];
  buildSync({ entryPoints, outfile, bundle: true, minify: true, platform: 'node', format: 'cjs' });
  const lane = require(outfile);
  rmSync(folder, { recursive: true });
  return lane;
}

/** Through bundle, SDK and store, the demo company beside a thousand more. */
function cloudRows(): Promise<Row[]> {
  return withBenchCloud(async (cloud) => {
    const template = await cloud.db.get('employees', 'E0012');
    const people = Array.from({ length: CLOUD_PEOPLE }, (_, at) => ({
      ...template,
      ...PERSON,
      _id: idOf(at),
    }));
    await cloud.db.insertMany('employees', people);
    const documents = people.flatMap((_, at) => WORKDAYS.map((day) => ({ ...dayOf(at, day) })));
    await cloud.db.insertMany('attendance_days', documents);
    const first = await pass(false);
    const again = await pass(true);
    return [
      row('DB reads per person of a settlement', decimals(first.calls / first.people - 1), { atMost: 0.2 }),
      row('DB calls per person, settled again', decimals(again.calls / again.people), { atMost: 0.2 }),
      row('written by settling again', count(again.written), { atMost: 0 }),
      row(
        'longest unit of a settlement',
        ms({ median: first.longest, low: first.longest, high: first.longest }),
        {
          atMost: 45_000,
        },
      ),
    ];

    async function pass(again: boolean) {
      let calls = 0;
      let longest = 0;
      for (let isFirst = true; ; isFirst = false) {
        const began = performance.now();
        const made = await call(
          cloud,
          ['attendance', 'settle'],
          { month: MONTH, ...(again && isFirst && { again }) },
          null,
        );
        longest = Math.max(longest, performance.now() - began);
        calls += made.database;
        if (!made.reply.ok) throw new Error(`The settlement was refused: ${made.reply.error.code}`);
        const data = made.reply.data as { state: string; people: number; written: number };
        if (data.state === 'done') return { ...data, calls, longest };
      }
    }
  });
}

const decimals = (value: number) => ({ text: value.toFixed(3), value });
