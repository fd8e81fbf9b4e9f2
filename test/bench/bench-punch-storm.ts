import { rmSync } from 'node:fs';
import path from 'node:path';
import type { EmbeddedCloud } from '../../local/cloud';
import { CITY_SITES, SHIFTS } from '../../local/demo/company';
import { call, withBenchCloud } from './bench-cloud';
import { quantile, spreadOf } from './figures';
import { punchInput } from './punch-input';
import { count, measuredRow, ms, type Row, row } from './table';
import { type Watched, watchedFunctions } from './watched-function';

const ROUNDS = 5;
const PEOPLE_PER_ROUND = 400;
/** Every fifth person taps twice at once: half of them with the same key, half from a second phone. */
const DOUBLE_TAP_EVERY = 5;
const CONCURRENT = 16;

interface Tap {
  readonly openid: string;
  readonly key: string;
  readonly tappedAt: number;
}

interface Round {
  readonly perSecond: number;
  readonly p99: number;
  readonly calls: number;
  readonly duplicates: number;
  /** Of the function's own thread for each tap, ms; undefined where the system does not tell. */
  readonly own: number | undefined;
  /** Of the whole process for each tap, ms: function, SDK, gateway, store and this bench. */
  readonly whole: number;
}

type Fields = Record<string, unknown>;

/** One way of booking a punch: the function and action to call, and where its documents can be counted. */
interface Contender {
  readonly action: readonly [name: string, action: string];
  readonly functionsDir?: string;
  /** Punches stored for these people. */
  readonly stored: (cloud: EmbeddedCloud, people: Fields) => Promise<number>;
}

const ours: Contender = {
  action: ['attendance', 'punch'],
  stored: async (cloud, people) => {
    const days = await cloud.db.find('attendance_days', people);
    if (days.length !== PEOPLE_PER_ROUND)
      throw new Error(`${PEOPLE_PER_ROUND - days.length} punches were lost.`);
    return days.reduce((sum, { punches }) => sum + (punches as unknown[]).length, 0);
  },
};

const naive: Contender = {
  action: ['naive-punch', 'punch'],
  functionsDir: path.join(__dirname, 'naive'),
  stored: (cloud, people) => cloud.db.count('naive_punches', people),
};

/** Punches of many people within seconds, with double taps, through deployed bundle, SDK and durable store. */
export async function benchPunchStorm(): Promise<Row[]> {
  const mine = await measure(ours);
  const theirs = await measure(naive);
  const own = await ownCpu();
  const rows = [
    row('durable punches per second, 20 % double taps', mine.rate, { atLeast: 100 }, theirs.rate),
    row('p99 of a punch', mine.p99, { atMost: 250 }, theirs.p99),
    row('CPU of a tap: function, SDK, gateway and store', mine.whole, { atMost: 10 }, theirs.whole),
    ...(own === undefined ? [] : [row('CPU of a tap in the function alone', own, { atMost: 5 })]),
    row('DB calls per tap, people not seen before', mine.calls, { atMost: 5 }, theirs.calls),
    row('duplicate punches', mine.duplicates, { atMost: 0 }, theirs.duplicates),
  ];
  return rows.map((each) => measuredRow(each, PEOPLE_PER_ROUND));
}

/** In a run of its own, because watching costs something too. */
async function ownCpu(): Promise<Figure | undefined> {
  const functionsDir = watchedFunctions(['attendance']);
  try {
    return (await measure({ ...ours, functionsDir })).own;
  } finally {
    rmSync(functionsDir, { recursive: true });
  }
}

type Figure = ReturnType<typeof ms>;

type Figures = Record<'rate' | 'p99' | 'calls' | 'duplicates' | 'whole', Figure> & { readonly own?: Figure };

function measure(contender: Contender): Promise<Figures> {
  return withBenchCloud(
    async (cloud) => {
      await cloud.db.createCollection('naive_punches');
      await runRound(cloud, contender, 'warm-up');
      const rounds: Round[] = [];
      for (let at = 0; at < ROUNDS; at += 1) rounds.push(await runRound(cloud, contender, `round-${at}`));
      const rate = spreadOf(rounds.map(({ perSecond }) => perSecond));
      const calls = spreadOf(rounds.map((round) => round.calls)).median;
      return {
        rate: {
          text: `${rate.median.toFixed(0)} (${rate.low.toFixed(0)}–${rate.high.toFixed(0)})`,
          value: rate.median,
        },
        p99: ms(spreadOf(rounds.map((round) => round.p99))),
        calls: { text: calls.toFixed(2), value: calls },
        duplicates: count(rounds.reduce((sum, { duplicates }) => sum + duplicates, 0)),
        whole: ms(spreadOf(rounds.map((round) => round.whole))),
        ...ownOf(rounds),
      };
    },
    contender.functionsDir === undefined ? {} : { functionsDir: contender.functionsDir },
  );
}

function ownOf(rounds: readonly Round[]): { readonly own?: Figure } {
  const own = rounds.flatMap((round) => round.own ?? []);
  return own.length === rounds.length ? { own: ms(spreadOf(own)) } : {};
}

async function runRound(cloud: EmbeddedCloud, contender: Contender, name: string): Promise<Round> {
  const taps = await hire(cloud, name);
  const times: number[] = [];
  let [calls, own] = [0, 0];
  const waiting = [...taps];
  const [started, before] = [performance.now(), process.cpuUsage()];
  const phone = async (): Promise<void> => {
    for (let tap = waiting.shift(); tap; tap = waiting.shift()) {
      const before = performance.now();
      const input = punchInput(tap.key, tap.tappedAt);
      const { reply, database } = await call(cloud, contender.action, input, tap.openid);
      if (!reply.ok) throw new Error(`A punch was refused: ${reply.error.code}`);
      times.push(performance.now() - before);
      calls += database;
      own += (reply as Watched).cpu ?? Number.NaN;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, phone));
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(before);
  return {
    whole: (user + system) / 1_000 / taps.length,
    own: Number.isNaN(own) ? undefined : own / taps.length,
    perSecond: taps.length / seconds,
    p99: quantile(times, 0.99),
    calls: calls / taps.length,
    duplicates: (await contender.stored(cloud, peopleOf(name))) - PEOPLE_PER_ROUND,
  };
}

/** New people for one round, so that every tap is a first punch; @returns their taps, doubles side by side */
async function hire(cloud: EmbeddedCloud, name: string): Promise<Tap[]> {
  const ids = Array.from({ length: PEOPLE_PER_ROUND }, (_, at) => `B-${name}-${at}`);
  const template = await cloud.db.get('employees', 'E0012');
  if (!template) throw new Error('The demo data is missing.');
  const siteIds = CITY_SITES.shanghai;
  const assignments = [{ from: '2026-01-01', shiftId: SHIFTS.day._id, siteIds, fieldPolicy: 'free' }];
  await cloud.db.insertMany(
    'employees',
    ids.map((_id) => ({ ...template, _id, assignments })),
  );
  await cloud.db.insertMany(
    'bindings',
    ids.map((employeeId) => ({ _id: `openid_${employeeId}`, employeeId })),
  );
  return ids.flatMap((id, at) => {
    const tap = { openid: `openid_${id}`, key: `bench-key-${id}-tap`, tappedAt: cloud.clock.now() };
    if (at % DOUBLE_TAP_EVERY !== 0) return [tap];
    const isSecondPhone = at % (2 * DOUBLE_TAP_EVERY) === 0;
    return [tap, isSecondPhone ? { ...tap, key: `${tap.key}-again` } : tap];
  });
}

function peopleOf(name: string): Fields {
  return { employeeId: { $regex: `^B-${name}-` } };
}
