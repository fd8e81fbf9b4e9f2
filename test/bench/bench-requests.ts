import type { EmbeddedCloud } from '../../local/cloud';
import { openidOf } from '../../local/demo/demo-person';
import { seedRequests } from '../../local/demo/seed-requests';
import { type Call, call, withBenchCloud } from './bench-cloud';
import { letWait } from './let-wait';
import { count, type Row, row } from './table';

/** Of the front-end team, and its head. */
const APPLICANT = openidOf('E0017');
const HEAD = openidOf('E0009');
const DECIDED = 5;
const MOST = 4;

interface Card {
  readonly id: string;
  readonly rev: number;
}

/** Requests to the database of sending, deciding and the first page of what waits, on a warm instance. */
export function benchRequests(): Promise<Row[]> {
  return withBenchCloud(async (cloud) => {
    await seedRequests(cloud, cloud.clock.now());
    await send(cloud, 0);
    const sent = await send(cloud, 1);
    const decided = await decideSome(cloud);
    const rows = [
      row('DB calls of requests.submit', count(sent.database), { atMost: MOST }),
      row('DB calls of requests.decide, the most of five', count(Math.max(...decided)), { atMost: MOST }),
    ];
    for (const waiting of [0, 10, 1_000]) {
      await letWait(cloud, waiting, 'trip');
      const { reply, database } = await pending(cloud);
      const { items } = reply.ok ? (reply.data as { items: Card[] }) : { items: [] };
      if (items.length !== Math.min(waiting, 10)) throw new Error(`${items.length} of ${waiting} are shown.`);
      const what = `DB calls of the first page of requests.pending, ${waiting.toLocaleString('en')} waiting`;
      rows.push(row(what, count(database), { atMost: MOST }));
    }
    return rows;
  });
}

const pending = (cloud: EmbeddedCloud): Promise<Call> => call(cloud, ['requests', 'pending'], {}, HEAD);

/** A trip of one day, a week apart from the one before. */
async function send(cloud: EmbeddedCloud, at: number): Promise<Call> {
  const day = new Date(Date.UTC(2026, 11, 7 + 7 * at)).toISOString().slice(0, 10);
  const values = { period: { unit: 'day', from: day, to: day }, place: '苏州', reason: '客户现场' };
  const key = `bench-request-key-${at}`;
  return expectOk(
    await call(cloud, ['requests', 'submit'], { key, typeId: 'trip', version: 1, values }, APPLICANT),
  );
}

async function decideSome(cloud: EmbeddedCloud): Promise<number[]> {
  const { reply } = expectOk(await pending(cloud));
  const cards = reply.ok ? (reply.data as { items: Card[] }).items.slice(0, DECIDED) : [];
  const calls: number[] = [];
  for (const { id, rev } of cards) {
    const input = { id, rev, verb: 'approve' };
    calls.push(expectOk(await call(cloud, ['requests', 'decide'], input, HEAD)).database);
  }
  if (calls.length < DECIDED) throw new Error(`Only ${calls.length} requests could be decided.`);
  return calls;
}

/** A refused call would look cheap. */
function expectOk(made: Call): Call {
  const { reply } = made;
  if (!reply.ok) throw new Error(`Refused: ${reply.error.code} ${JSON.stringify(reply.error.data)}`);
  return made;
}
