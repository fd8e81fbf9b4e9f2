import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { randomChoice, randomFraction, randomInteger } from '../../../local/demo/random';
import type { Orders } from './crash-writer';
import type { Acknowledged, Progress } from './crash-writer-check';

const ROOT = path.resolve(__dirname, '../../..');
/** Kills over one folder before the next one begins empty. */
const ROUNDS_A_FOLDER = 25;
/** Folders that are written and killed side by side. */
const SIDE_BY_SIDE = 3;
/** Longest delay of a write where the disk is slow, ms. */
const SLOW_DISK = 12;

const WAYS = ['random', 'random', 'opening', 'before-write', 'inside-transaction', 'before-flush'] as const;
type Way = (typeof WAYS)[number];

export interface KillReport {
  kills: number;
  readonly ways: Record<Way, number>;
  /** Steps that the killed processes had acknowledged. */
  acknowledged: number;
  /** Slowest opening of a database after a kill, ms. */
  slowestOpen: number;
  /** What a process found wrong with what the one before it left behind. */
  readonly broken: string[];
}

/** Starts writers and kills them, so many times in all; each checks what the one before it left in its folder. */
export async function killManyTimes(kills: number, seed = 1): Promise<KillReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tongxin-kill-'));
  const program = path.join(folder, 'writer.js');
  await bundleWriter(program);
  const ways = { random: 0, opening: 0, 'before-write': 0, 'inside-transaction': 0, 'before-flush': 0 };
  const report: KillReport = { kills: 0, ways, acknowledged: 0, slowestOpen: 0, broken: [] };
  const sizes = Array.from({ length: Math.ceil(kills / ROUNDS_A_FOLDER) }, (_, at) =>
    Math.min(ROUNDS_A_FOLDER, kills - at * ROUNDS_A_FOLDER),
  );
  const waiting = [...sizes.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, rounds] = next;
      await killOneFolder({ program, dataDir: path.join(folder, `data-${at}`), rounds, seed, at }, report);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  await rm(folder, { recursive: true });
  return report;
}

/** One file for plain Node: a process starts in a fraction of the time that compiling takes. */
async function bundleWriter(outfile: string): Promise<void> {
  await build({
    entryPoints: [path.join(__dirname, 'crash-writer.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    external: ['lmdb'],
    logLevel: 'error',
  });
}

interface Folder {
  readonly program: string;
  readonly dataDir: string;
  readonly rounds: number;
  readonly seed: number;
  readonly at: number;
}

async function killOneFolder(
  { program, dataDir, rounds, seed, at }: Folder,
  report: KillReport,
): Promise<void> {
  let acknowledged: Acknowledged = {};
  const look = async (orders: Partial<Orders>, kill: Killing) => {
    const round = { dataDir, acknowledged, collection: 'last', diskDelay: 0, ...orders };
    const seen = await runOnce(program, round, kill);
    acknowledged = { ...acknowledged, ...seen.acknowledged };
    report.acknowledged += seen.lines;
    report.slowestOpen = Math.max(report.slowestOpen, seen.openedIn);
    report.broken.push(...seen.broken.map((what) => `folder ${at}: ${what}`));
    return seen;
  };
  for (let round = 0; round < rounds; round += 1) {
    const dice = [seed, at, round] as const;
    const way = randomChoice(WAYS, ...dice);
    const crash =
      way === 'random' || way === 'opening'
        ? undefined
        : { point: way, nth: randomInteger(1, 30, ...dice, 'nth') };
    const diskDelay = crash || randomFraction(...dice, 'disk') < 0.5 ? 0 : SLOW_DISK;
    const seen = await look({ collection: `round-${round}`, diskDelay, crash }, killingOf(way, dice));
    if (!seen.isKilled || seen.broken.length > 0) return;
    report.kills += 1;
    report.ways[way] += 1;
  }
  await look({ checkOnly: true }, () => undefined);
}

/** Decides at every line of a process whether it is to be killed, and after how many ms. */
type Killing = (line: string) => number | undefined;

function killingOf(way: Way, dice: readonly number[]): Killing {
  if (way === 'opening')
    return (line) => (line === 'opening' ? randomFraction(...dice, 'moment') * 25 : undefined);
  if (way !== 'random') return () => undefined;
  const enough = randomInteger(1, 60, ...dice, 'enough');
  let lines = 0;
  return (line) => {
    if (line.startsWith('ack ')) lines += 1;
    return lines === enough ? randomFraction(...dice, 'moment') * 20 : undefined;
  };
}

interface Seen {
  readonly acknowledged: Record<string, Progress>;
  readonly broken: string[];
  lines: number;
  openedIn: number;
  isKilled: boolean;
}

async function runOnce(program: string, orders: Orders, killing: Killing): Promise<Seen> {
  const child = spawn(process.execPath, [program, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_PATH: path.join(ROOT, 'node_modules') },
  });
  const ended = once(child, 'close');
  const errors: string[] = [];
  child.stderr.on('data', (text) => errors.push(String(text)));
  const seen: Seen = { acknowledged: {}, broken: [], lines: 0, openedIn: 0, isKilled: false };
  for await (const line of createInterface({ input: child.stdout })) {
    note(line, seen);
    const delay = killing(line);
    if (delay !== undefined) setTimeout(() => child.kill('SIGKILL'), delay);
  }
  const [code, signal] = await ended;
  seen.isKilled = signal === 'SIGKILL';
  if (!seen.isKilled && code !== 0)
    seen.broken.push(`ended with ${code ?? signal}: ${errors.join('').slice(0, 2_000)}`);
  return seen;
}

/** A line that the kill cut off has no fourth word and counts for nothing. */
function note(line: string, seen: Seen): void {
  const [word, second = '', steps, seat] = line.split(' ');
  if (word === 'opened') seen.openedIn = Number(second);
  if (word === 'broken') seen.broken.push(line);
  if (word !== 'ack' || !seat) return;
  seen.acknowledged[second] = { steps: Number(steps), seat: seat === '-' ? null : Number(seat) };
  seen.lines += 1;
}
