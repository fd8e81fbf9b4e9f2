import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedCloud } from '../../local/cloud';
import { call, withBenchCloud } from './bench-cloud';
import { quantile } from './figures';
import { measured } from './measured';
import { count, measuredRow, type Row, row } from './table';

const BURST = 10_000;
/** What a loaded machine makes of them in this time counts, ms. */
const MAX_MS = 180_000;
/** As many as a script opens at once for one person; a phone opens ten. */
const AT_ONCE = 16;
/** Others open Today one after another, so often: in a quiet time so many, and as long as the burst lasts. */
const EVERY_MS = 20;
const CALLS = 200;
const TODAY = ['attendance', 'today'] as const;
/** What an instance answers one person at once, and again each minute, of each of its four instances. */
const ANSWERED_A_MINUTE = 240 * 4;

/** One person calls ten thousand times; how long the others wait meanwhile, against a quiet time. */
export function benchBurst(): Promise<Row[]> {
  return withBenchCloud(async (cloud) => {
    const [one = '', ...rest] = await openidsOf(cloud);
    const isEnough = (made: number) => made >= CALLS;
    await others(cloud, rest, isEnough);
    const quiet = await others(cloud, rest, isEnough);
    let isOver = false;
    const bursting = measured(() => burst(cloud, one)).finally(() => {
      isOver = true;
    });
    const meanwhile = await others(cloud, rest, () => isOver);
    const { result, ...cost } = await bursting;
    // Twice, because the load of a shared machine is another one after some minutes.
    quiet.push(...(await others(cloud, rest, isEnough)));
    const [apart, during] = [quantile(quiet, 0.95), quantile(meanwhile, 0.95)];
    const calls = meanwhile.length.toLocaleString('en');
    const rows = [
      row('calls of one person', count(result.made), { atLeast: BURST }),
      row('answered of them, the others refused', count(result.answered), {
        atMost: Math.ceil(ANSWERED_A_MINUTE * (1 + cost.wall / 60)),
      }),
      row(
        `p95 of ${calls} openings of Today by others meanwhile`,
        count(during, 'ms'),
        { atMost: Math.round(apart * 2) },
        count(apart, 'ms'),
      ),
    ];
    return rows.map((each) => measuredRow(each, rest.length + 1, cost));
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
  isOver: (made: number) => boolean,
): Promise<number[]> {
  const times: Promise<number>[] = [];
  for (let at = 0; !isOver(at); at += 1) {
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

/** @returns how many calls were made, and how many of them were answered */
async function burst(cloud: EmbeddedCloud, openid: string): Promise<{ made: number; answered: number }> {
  const deadline = performance.now() + MAX_MS;
  let [made, answered] = [0, 0];
  const lane = async () => {
    while (made < BURST && performance.now() < deadline) {
      made += 1;
      const { reply } = await call(cloud, TODAY, {}, openid);
      if (reply.ok) answered += 1;
      else if (reply.error.code !== 'RATE_LIMITED') throw new Error(`Today failed: ${reply.error.code}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { made, answered };
}
