import { setTimeout as pause } from 'node:timers/promises';
import type { AroundRequest, EmbeddedCloud } from '../../local/cloud';
import { openidOf } from '../../local/demo/demo-person';
import { call, withBenchCloud } from './bench-cloud';
import { CONNECTIONS, LATENCY, slowDatabase } from './slow-database';
import { count, type Row, row } from './table';

const PEOPLE = 10_000;
/** Of them have leave over the day that becomes a holiday. */
const ON_LEAVE = 1_500;
const DAY = '2027-01-12';
const TEMPLATE = 'E0017';
const HEAD = openidOf('E0009');
const HR = openidOf('E0004');
const MINUTE = 60_000;
/** Longest time until the last one is told, ms, with a database that is far away. */
const MAX_WHOLE_MS = 5 * MINUTE;
/** Requests per unit are 50: a few writes each, and what the unit itself reads and writes. */
const MAX_CALLS_PER_UNIT = 240;

interface Change {
  readonly _id: string;
  readonly rev: number;
  readonly pass: number;
  readonly state: string;
  readonly recounted: number;
}

/**
 * A day becomes a holiday for ten thousand people, after fifteen hundred of them were granted leave over it; then
 * the second pass, which finds everything as it should be.
 */
export function benchCalendarChange(): Promise<Row[]> {
  const watch = watched();
  return withBenchCloud(
    async (cloud) => {
      await grantLeave(cloud);
      watch.begin();
      const began = performance.now();
      const days = [{ day: DAY, kind: 'holiday', name: { 'zh-CN': '司庆', en: 'Holiday' } }];
      await expectOk(cloud, ['schedule', 'saveCalendar'], { year: '2027', rev: 0, days }, HR);
      const change = await changeAfter(cloud, ({ pass }) => pass === 2);
      const whole = performance.now() - began;
      if (change.recounted !== ON_LEAVE) throw new Error(`${change.recounted} of ${ON_LEAVE} were counted.`);
      const units = change.rev - 1;
      const calls = watch.calls();
      cloud.clock.advance(3 * MINUTE);
      watch.begin();
      await cloud.timers.runNow('requests');
      await changeAfter(cloud, ({ state }) => state === 'done');
      const what = `calendar change, ${PEOPLE.toLocaleString('en')} people, ${ON_LEAVE.toLocaleString('en')} on leave, ${LATENCY} ms a DB call, ${CONNECTIONS} connections`;
      return [
        row(`${what}: whole, in ${units} units`, count(whole, 'ms'), { atMost: MAX_WHOLE_MS }),
        row('DB calls per unit of a calendar change', count(calls / units), { atMost: MAX_CALLS_PER_UNIT }),
        row('written by its second pass', count(watch.written()), { atMost: 0 }),
      ];
    },
    { aroundRequest: watch.aroundRequest },
  );
}

/** One leave is asked for and approved; the others are copies of it, each with its own person and account. */
async function grantLeave(cloud: EmbeddedCloud): Promise<void> {
  const { db } = cloud;
  const period = { unit: 'day', from: '2027-01-11', to: DAY };
  const values = { leaveType: 'annual', period, reason: '家事', files: [] };
  const input = { key: 'bench-calendar-change', typeId: 'leave', version: 1, values };
  const { id, rev } = await expectOk(cloud, ['requests', 'submit'], input, openidOf(TEMPLATE));
  await expectOk(cloud, ['requests', 'decide'], { id, rev, verb: 'approve' }, HEAD);
  const request = { ...(await db.get('requests', id)), effects: 'done', outbox: [] };
  if (!('state' in request) || request.state !== 'approved') throw new Error('The leave is not approved.');
  const ids = Array.from({ length: PEOPLE }, (_, at) => `B${String(at).padStart(6, '0')}`);
  const copies = (document: object | undefined, count: number) =>
    ids.slice(0, count).map((each) => JSON.parse(JSON.stringify(document).replaceAll(TEMPLATE, each)));
  await db.insertMany('employees', copies(await db.get('employees', TEMPLATE), PEOPLE));
  await db.insertMany('accounts', copies(await db.get('accounts', TEMPLATE), ON_LEAVE - 1));
  await db.insertMany('requests', copies(request, ON_LEAVE - 1));
}

async function expectOk(
  cloud: EmbeddedCloud,
  action: Parameters<typeof call>[1],
  input: object,
  openid: string,
): Promise<{ readonly id: string; readonly rev: number }> {
  const { reply } = await call(cloud, action, input, openid);
  if (!reply.ok) throw new Error(`Refused: ${reply.error.code} ${JSON.stringify(reply.error.data)}`);
  return reply.data as { id: string; rev: number };
}

/** Calls follow each other without waiting for the timer; this waits for the last. */
async function changeAfter({ db }: EmbeddedCloud, isReached: (change: Change) => boolean): Promise<Change> {
  const until = performance.now() + 2 * MAX_WHOLE_MS;
  while (performance.now() < until) {
    const [change] = (await db.find('saved_changes')) as unknown as Change[];
    if (change && isReached(change)) return change;
    await pause(100);
  }
  throw new Error('The calendar change does not end.');
}

const WRITES: ReadonlySet<string> = new Set(['database.modifyDocument', 'database.insertDocument']);

/** A database that is far away, and what `requests` asks of it since `begin`. */
function watched() {
  const slow = slowDatabase();
  let [calls, written] = [0, 0];
  const aroundRequest: AroundRequest = (request, proceed) => {
    const { functionName, action, collection } = request;
    if (functionName === 'requests' && action.startsWith('database.')) calls += 1;
    if (WRITES.has(action) && (collection === 'requests' || collection === 'messages')) written += 1;
    return slow(request, proceed);
  };
  const begin = () => {
    [calls, written] = [0, 0];
  };
  return { aroundRequest, begin, calls: () => calls, written: () => written };
}
