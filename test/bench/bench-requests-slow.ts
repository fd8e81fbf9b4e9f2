import type { EmbeddedCloud } from '../../local/cloud';
import { openidOf } from '../../local/demo/demo-person';
import { seedRequests } from '../../local/demo/seed-requests';
import { type Call, call, withBenchCloud } from './bench-cloud';
import { quantile } from './figures';
import { CONNECTIONS, LATENCY, slowDatabase } from './slow-database';
import { count, type Row, row } from './table';

const WEEKS = 3;
/** Calls under way at once, and instances of the function. */
const CONCURRENT = 20;
const INSTANCES = 8;
/** Of a call and of all of them, ms; a call of the phone is given up after ten seconds. */
const MAX_CALL_MS = 10_000;
const MAX_TOTAL_MS = 45_000;

interface Sent {
  readonly id: string;
  readonly rev: number;
  readonly approver: string;
}

/** Everybody asks for a trip in each of some weeks and all of them are decided, with a database that is far away. */
export function benchRequestsOnSlowDatabase(): Promise<Row[]> {
  return withBenchCloud(
    async (cloud) => {
      await seedRequests(cloud, cloud.clock.now());
      const asked = await timed(await wishesOf(cloud), (wish) => send(cloud, wish));
      const sent = await openOf(cloud);
      const decided = await timed(sent, ({ approver, ...input }) =>
        call(cloud, ['requests', 'decide'], { ...input, verb: 'approve' }, openidOf(approver)),
      );
      return [...rowsOf('submit', asked), ...rowsOf('decide', decided)];
    },
    { aroundRequest: slowDatabase(), maxWorkers: INSTANCES },
  );
}

/** Of everybody who has a WeChat user and somebody above them. */
async function wishesOf({ db }: EmbeddedCloud): Promise<{ by: string; week: number }[]> {
  const bound = (await db.find('bindings')).map(({ employeeId }) => employeeId);
  const people = await db.find('employees', {
    _id: { $in: bound },
    leftOn: null,
    managerId: { $ne: null },
  });
  return Array.from({ length: WEEKS }, (_, week) =>
    people.map(({ _id }) => ({ by: String(_id), week })),
  ).flat();
}

function send(cloud: EmbeddedCloud, { by, week }: { by: string; week: number }): Promise<Call> {
  const day = new Date(Date.UTC(2027, 1, 1 + 7 * week)).toISOString().slice(0, 10);
  const values = { period: { unit: 'day', from: day, to: day }, place: '苏州', reason: '客户现场' };
  const input = { key: `bench-slow-${by}-${week}-key`, typeId: 'trip', version: 1, values };
  return call(cloud, ['requests', 'submit'], input, openidOf(by));
}

/** What was sent and waits, with somebody whom it waits for. */
async function openOf({ db }: EmbeddedCloud): Promise<Sent[]> {
  const found = await db.find('requests', { state: 'pending', kind: 'trip', _id: { $regex: 'bench-slow' } });
  return found.map(({ _id, rev, waitingFor }) => ({
    id: String(_id),
    rev: Number(rev),
    approver: (waitingFor as string[])[0] ?? '',
  }));
}

interface Timed {
  /** Of each call, ms. */
  readonly calls: readonly number[];
  readonly whole: number;
}

async function timed<T>(todo: readonly T[], work: (item: T) => Promise<Call>): Promise<Timed> {
  const [waiting, calls]: [T[], number[]] = [[...todo], []];
  const began = performance.now();
  const phone = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const started = performance.now();
      const { reply } = await work(item);
      if (!reply.ok) throw new Error(`Refused: ${reply.error.code} ${JSON.stringify(reply.error.data)}`);
      calls.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, phone));
  return { calls, whole: performance.now() - began };
}

function rowsOf(verb: string, { calls, whole }: Timed): Row[] {
  const what = `requests.${verb}, ${LATENCY} ms a DB call, ${CONNECTIONS} connections`;
  const [middle, late] = [quantile(calls, 0.5), quantile(calls, 0.99)];
  const each = { text: `${middle.toFixed(0)} ms, p99 ${late.toFixed(0)} ms`, value: late };
  return [
    row(`${what}: a call of ${CONCURRENT} at once`, each, { atMost: MAX_CALL_MS }),
    row(`${what}: all ${calls.length}`, count(whole, 'ms'), { atMost: MAX_TOTAL_MS }),
  ];
}
