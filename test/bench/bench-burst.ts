import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedCloud } from '../../local/cloud';
import { call, withBenchCloud } from './bench-cloud';
import { quantile } from './figures';
import { count, measuredRow, type Row, row } from './table';

const BURST = 10_000;
/** As many as a script opens at once for one person; a phone opens ten. */
const AT_ONCE = 16;
/** Others open Today one after another, so often. */
const EVERY_MS = 20;
const CALLS = 200;
const TODAY = ['attendance', 'today'] as const;
/** What an instance answers one person a minute, of each of its four instances, in the minute or two that it lasts. */
const MAX_ANSWERED = 240 * 4 * 2;

/** One person calls ten thousand times; how long the others wait, against a quiet time. */
export function benchBurst(): Promise<Row[]> {
  return withBenchCloud(async (cloud) => {
    const [one = '', ...rest] = await openidsOf(cloud);
    await others(cloud, rest, () => false, CALLS);
    const quiet = await others(cloud, rest, () => false, CALLS);
    let isOver = false;
    const bursting = burst(cloud, one).finally(() => {
      isOver = true;
    });
    const meanwhile = await others(cloud, rest, () => isOver, CALLS);
    const answered = await bursting;
    const [before, during] = [quantile(quiet, 0.95), quantile(meanwhile, 0.95)];
    const rows = [
      row(
        `p95 of Today of others, while one calls ${BURST.toLocaleString('en')} times`,
        count(during, 'ms'),
        { atMost: Math.round(before * 2) },
        count(before, 'ms'),
      ),
      row('calls of that person that are answered, the others refused', count(answered), {
        atMost: MAX_ANSWERED,
      }),
    ];
    return rows.map((each) => measuredRow(each, rest.length + 1));
  });
}

/** Everybody who works in the company now and has bound WeChat. */
async function openidsOf({ db, clock }: EmbeddedCloud): Promise<string[]> {
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  const people = await db.find('employees', { leftOn: null, hiredOn: { $lt: today } });
  const employed = new Set(people.map(({ _id }) => _id));
  const bindings = await db.find('bindings', {});
  return bindings.flatMap(({ _id, employeeId }) => (employed.has(String(employeeId)) ? [String(_id)] : []));
}

/** @returns how long each call took, ms */
async function others(
  cloud: EmbeddedCloud,
  openids: readonly string[],
  isOver: () => boolean,
  most: number,
): Promise<number[]> {
  const times: Promise<number>[] = [];
  for (let at = 0; at < most && !isOver(); at += 1) {
    times.push(timeOf(cloud, openids[at % openids.length] ?? ''));
    await pause(EVERY_MS);
  }
  return Promise.all(times);
}

async function timeOf(cloud: EmbeddedCloud, openid: string): Promise<number> {
  const began = performance.now();
  const { reply } = await call(cloud, TODAY, {}, openid);
  if (!reply.ok) throw new Error(`Today was refused: ${reply.error.code}`);
  return performance.now() - began;
}

/** @returns how many calls were answered */
async function burst(cloud: EmbeddedCloud, openid: string): Promise<number> {
  let [left, answered] = [BURST, 0];
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const { reply } = await call(cloud, TODAY, {}, openid);
      if (reply.ok) answered += 1;
      else if (reply.error.code !== 'RATE_LIMITED') throw new Error(`Today failed: ${reply.error.code}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return answered;
}
