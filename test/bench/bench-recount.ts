import { setTimeout as pause } from 'node:timers/promises';
import type { AroundRequest, EmbeddedCloud } from '../../local/cloud';
import { openidOf } from '../../local/demo/demo-person';
import { seedRequests } from '../../local/demo/seed-requests';
import { call, withBenchCloud } from './bench-cloud';
import { CONNECTIONS, LATENCY, slowDatabase } from './slow-database';
import { count, type Row, row } from './table';

const PEOPLE = 10_000;
/** Requests that one unit counts. */
const UNIT = 50;
/** Who asks first and is copied, and who approves and edits the calendar. */
const TEMPLATE = 'E0012';
/** Two workdays, one of which becomes a holiday. */
const LEAVE = { unit: 'day', from: '2026-12-24', to: '2026-12-25' };
const HOLIDAY = { day: '2026-12-25', kind: 'company', name: { 'zh-CN': '周年庆', en: 'Anniversary' } };
/** In the background: within ten minutes of saving, everybody has been counted and told. */
const MAX_TOTAL_MS = 600_000;
/** Of one that returns a day: request, account and message in transactions, and what follows. */
const MAX_CALLS_PER_REQUEST = 14;
/** Of counting again: the roster of each person. */
const MAX_CALLS_AGAIN = 1.2;
const SECOND_PASS_MS = 121_000;

/** What requests did to the database since the last look. */
interface Tally {
  calls: number;
  writes: number;
}

/** A holiday over the approved leave of ten thousand people, with a database that is far away. */
export function benchRecount(): Promise<Row[]> {
  const tally: Tally = { calls: 0, writes: 0 };
  return withBenchCloud(
    async (cloud) => {
      const copies = await leaveOfEverybody(cloud);
      const first = await timed(tally, async () => {
        const input = { year: '2026', rev: 0, days: [HOLIDAY] };
        const saved = await call(cloud, ['schedule', 'saveCalendar'], input, openidOf(await anHr(cloud)));
        if (!saved.reply.ok) throw new Error(`The calendar was refused: ${saved.reply.error.code}`);
        await passEnds(cloud, 1);
      });
      const { seen, recounted } = await changeOf(cloud);
      if (Number(recounted) < copies) throw new Error(`Only ${recounted} of ${copies} were counted again`);
      cloud.clock.advance(SECOND_PASS_MS);
      const again = await timed(tally, async () => {
        await cloud.timers.runDue();
        await passEnds(cloud, 2);
      });
      return rowsOf(Number(seen), first, again);
    },
    { aroundRequest: counted(tally), runTimers: false },
  );
}

interface Timed extends Tally {
  readonly took: number;
}

function rowsOf(seen: number, first: Timed, again: Timed): Row[] {
  const units = Math.ceil(seen / UNIT);
  const what = `a holiday over the leave of ${PEOPLE.toLocaleString('en')}, ${LATENCY} ms a DB call, ${CONNECTIONS} connections`;
  const perUnit = (first.calls / units).toFixed(0);
  return [
    row(`${what}: ${units} units, ${perUnit} DB calls each`, count(first.took, 'ms'), {
      atMost: MAX_TOTAL_MS,
    }),
    row(`${what}: DB calls a request`, decimals(first.calls / seen), { atMost: MAX_CALLS_PER_REQUEST }),
    row(`${what}: counted again, DB calls a request`, decimals(again.calls / seen), {
      atMost: MAX_CALLS_AGAIN,
    }),
    row(`${what}: written by counting again`, count(again.writes), { atMost: 0 }),
  ];
}

/** One leave through the functions, then the same for everybody. @returns how many copies */
async function leaveOfEverybody(cloud: EmbeddedCloud): Promise<number> {
  const { db } = cloud;
  await seedRequests(cloud, cloud.clock.now());
  const id = await approvedLeave(cloud);
  // What the approval has left to the timer is done once, not in every copy.
  await cloud.timers.runNow('requests');
  const documents = [
    ['employees', await db.get('employees', TEMPLATE)],
    ['accounts', await db.get('accounts', TEMPLATE)],
    ['requests', await db.get('requests', id)],
  ] as const;
  for (const [name, document] of documents) {
    const text = JSON.stringify(document);
    const copies = Array.from({ length: PEOPLE }, (_, at) =>
      JSON.parse(text.replaceAll(TEMPLATE, `B${String(at).padStart(5, '0')}`)),
    );
    await db.insertMany(name, copies);
  }
  return PEOPLE;
}

async function approvedLeave(cloud: EmbeddedCloud): Promise<string> {
  const values = { leaveType: 'annual', period: LEAVE, reason: '休假', files: [] };
  const input = { key: 'bench-recount-leave-key', typeId: 'leave', version: 1, values };
  const { reply } = await call(cloud, ['requests', 'submit'], input, openidOf(TEMPLATE));
  if (!reply.ok) throw new Error(`The leave was refused: ${reply.error.code}`);
  const { id } = reply.data as { id: string };
  for (;;) {
    const { state, rev, waitingFor } = (await cloud.db.get('requests', id)) as Record<string, unknown>;
    if (state !== 'pending') return id;
    const [approver = ''] = waitingFor as string[];
    const decided = await call(
      cloud,
      ['requests', 'decide'],
      { id, rev, verb: 'approve' },
      openidOf(approver),
    );
    if (!decided.reply.ok) throw new Error(`The leave was not approved: ${decided.reply.error.code}`);
  }
}

async function anHr({ db }: EmbeddedCloud): Promise<string> {
  const bound = (await db.find('bindings')).map(({ employeeId }) => employeeId);
  const [hr] = await db.find('employees', { _id: { $in: bound }, roles: 'hr' });
  return String(hr?._id);
}

/** The database is far away from now on, and what requests do to it is counted. */
function counted(tally: Tally): AroundRequest {
  const slow = slowDatabase();
  return (request, proceed) => {
    const { action, functionName, collection } = request;
    if (functionName === 'requests' && action.startsWith('database.')) {
      tally.calls += 1;
      const isProgress = collection === 'saved_changes';
      if (!isProgress && /\.(add|modify|remove|set|commit)/.test(action)) tally.writes += 1;
    }
    return slow(request, proceed);
  };
}

async function timed(tally: Tally, work: () => Promise<void>): Promise<Timed> {
  Object.assign(tally, { calls: 0, writes: 0 });
  const began = performance.now();
  await work();
  return { ...tally, took: performance.now() - began };
}

const changeOf = async ({ db }: EmbeddedCloud): Promise<Record<string, unknown>> =>
  (await db.find('saved_changes'))[0] ?? {};

/** Longer than a unit takes: the calls that follow each other have ended. */
const STILL_MS = 5_000;

/** Until the change is beyond a pass; what is left after the calls that follow each other is the timer's. */
async function passEnds(cloud: EmbeddedCloud, pass: number): Promise<void> {
  let [rev, since] = [0, performance.now()];
  for (;;) {
    const change = await changeOf(cloud);
    if (Number(change.pass) > pass || change.state === 'done') return;
    if (change.rev !== rev) [rev, since] = [Number(change.rev), performance.now()];
    if (performance.now() - since > STILL_MS) await cloud.timers.runNow('requests');
    await pause(100);
  }
}

const decimals = (value: number) => ({ text: value.toFixed(2), value });
