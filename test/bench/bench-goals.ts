import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundled } from './bundled';
import { spreadOf } from './figures';
import { chainOfSheets } from './goals-lane';
import { count, ms, type Row, row } from './table';

const NODES = 100_000;
/** The naive way takes a quarter of an hour for all of them. */
const SEARCHED = 10_000;
const ROUNDS = 5;
const MOVES = 2_000;

/** The tree of goals without a database: all of it, and what one figure of one person costs. CPU where other processes would count. */
export function benchGoals(): Row[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  try {
    const file = bundled(folder, 'goals-lane');
    // The first run of a process, which compiles as it goes; of several processes.
    const first = spreadOf(Array.from({ length: ROUNDS }, () => firstRun(file)));
    const lane: typeof import('./goals-lane') = require(file);
    const tree = lane.treeOf(SEARCHED);
    if (lane.rollUpAll(tree) !== lane.searchForChildren(tree)) throw new Error('The two ways disagree');
    const ours = spreadOf(Array.from({ length: ROUNDS }, () => timeOf(() => lane.rollUpAll(tree)))).median;
    const naive = timeOf(() => lane.searchForChildren(tree));
    const chain = chainOfSheets();
    const written = lane.moveUp(chain, 2);
    const move = timeOf(() => {
      for (let at = 0; at < MOVES; at += 1) lane.moveUp(chain, at);
    });
    return [
      row(`tree of ${NODES.toLocaleString('en')} goals in one pass, first run, CPU`, ms(first), {
        atMost: 30,
      }),
      row(
        `searching ${SEARCHED.toLocaleString('en')} goals for those below each takes`,
        { text: `${(naive / ours).toFixed(0)} times`, value: naive / ours },
        { atLeast: 1_000 },
      ),
      row('sheets that one figure writes, in a tree of four levels', count(written), { atMost: 4 }),
      row('the rules of it, for thirty people in each team', count((move / MOVES) * 1_000, 'µs'), {
        atMost: 1_000,
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function firstRun(file: string): number {
  const program = `
    const { treeOf, rollUpAll } = require(${JSON.stringify(file)});
    const tree = treeOf(${NODES});
    const began = process.cpuUsage();
    rollUpAll(tree);
    const { user, system } = process.cpuUsage(began);
    console.log((user + system) / 1_000);`;
  return Number(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }));
}

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
