import { rmSync } from 'node:fs';
import type { EmbeddedCloud } from '../../local/cloud';
import { call, withBenchCloud } from './bench-cloud';
import { dayOf, idOf, MONTH, PERSON, WORKDAYS } from './settlement-lane';
import { CONNECTIONS, LATENCY, slowDatabase } from './slow-database';
import { count, type Row, row } from './table';
import { watchedFunctions } from './watched-function';

const PEOPLE = 1_000;
const MB = 1024 * 1024;
/** Of a unit, ms: a function may run for a minute. */
const MAX_UNIT_MS = 45_000;
/** What the functions of an instance may hold (`config.json`). */
const MEMORY = 256;

/** Through bundle, SDK and store, the demo company beside a thousand more. */
export async function settlementInCloud(): Promise<Row[]> {
  const functionsDir = watchedFunctions(['attendance']);
  try {
    return await withBenchCloud(
      async (cloud) => {
        await employ(cloud);
        const first = await pass(cloud, false);
        const again = await pass(cloud, true);
        return [
          row('DB reads per person of a settlement', decimals(first.calls / first.people - 1), {
            atMost: 0.2,
          }),
          row('DB calls per person, settled again', decimals(again.calls / again.people), { atMost: 0.2 }),
          row('written by settling again', count(again.written), { atMost: 0 }),
          row('memory of its function, 1,000 people', count(first.memory / MB, 'MB'), { atMost: MEMORY }),
          row('longest unit of a settlement', count(first.longest, 'ms'), { atMost: MAX_UNIT_MS }),
        ];
      },
      { functionsDir },
    );
  } finally {
    rmSync(functionsDir, { recursive: true });
  }
}

/** The same with a database that is far away. */
export function settlementOnSlowDatabase(): Promise<Row[]> {
  return withBenchCloud(
    async (cloud) => {
      await employ(cloud);
      const { whole, longest, units, calls, people } = await pass(cloud, false);
      const what = `settlement of ${PEOPLE.toLocaleString('en')}, ${LATENCY} ms a DB call, ${CONNECTIONS} connections`;
      return [
        row(`${what}: longest unit of ${units}`, count(longest, 'ms'), { atMost: MAX_UNIT_MS }),
        row(`${what}: whole, ${(calls / people).toFixed(2)} calls a person`, count(whole, 'ms'), {
          atMost: MAX_UNIT_MS,
        }),
      ];
    },
    { aroundRequest: slowDatabase() },
  );
}

async function employ({ db }: EmbeddedCloud): Promise<void> {
  const template = await db.get('employees', 'E0012');
  const people = Array.from({ length: PEOPLE }, (_, at) => ({ ...template, ...PERSON, _id: idOf(at) }));
  await db.insertMany('employees', people);
  const documents = people.flatMap((_, at) => WORKDAYS.map((day) => ({ ...dayOf(at, day) })));
  await db.insertMany('attendance_days', documents);
}

interface Pass {
  readonly people: number;
  readonly written: number;
  readonly calls: number;
  readonly units: number;
  /** ms */
  readonly longest: number;
  readonly whole: number;
  /** Bytes; 0 where the function is not watched. */
  readonly memory: number;
}

/** Calls the function until the month is done, as a person or the timer does. */
async function pass(cloud: EmbeddedCloud, again: boolean): Promise<Pass> {
  let [calls, units, longest, whole, memory] = [0, 0, 0, 0, 0];
  for (;;) {
    const began = performance.now();
    const input = { month: MONTH, ...(again && units === 0 && { again }) };
    const { reply, database } = await call(cloud, ['attendance', 'settle'], input, null);
    const took = performance.now() - began;
    if (!reply.ok) throw new Error(`The settlement was refused: ${reply.error.code}`);
    [calls, units, longest, whole] = [calls + database, units + 1, Math.max(longest, took), whole + took];
    memory = Math.max(memory, (reply as { memory?: number }).memory ?? 0);
    const { state, people, written } = reply.data as { state: string; people: number; written: number };
    if (state === 'done') return { people, written, calls, units, longest, whole, memory };
  }
}

const decimals = (value: number) => ({ text: value.toFixed(3), value });
