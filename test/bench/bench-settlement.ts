import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settlementInCloud, settlementOnSlowDatabase } from './bench-settlement-cloud';
import { bundled } from './bundled';
import { spreadOf } from './figures';
import { PEOPLE, SAMPLE } from './settlement-lane';
import { count, ms, type Row, row } from './table';

const ROUNDS = 5;
const MB = 1024 * 1024;

/** A month of ten thousand people: the rules alone, then the function with its database. */
export async function benchSettlement(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  try {
    return [...rulesAlone(folder), ...(await settlementInCloud()), ...(await settlementOnSlowDatabase())];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rulesAlone(folder: string): Row[] {
  const lane: typeof import('./settlement-lane') = require(bundled(folder, 'settlement-lane'));
  const ours = spreadOf(Array.from({ length: ROUNDS }, lane.settleAll));
  const everybody = lane.naivePerPerson() * PEOPLE;
  const naive = { text: `${everybody.toFixed(0)} ms, from ${SAMPLE} people`, value: everybody };
  const times = { text: `${(everybody / ours.median).toFixed(0)} times`, value: everybody / ours.median };
  const peak = Number(
    execFileSync(process.execPath, [bundled(folder, 'settlement-peak')], { encoding: 'utf8' }),
  );
  return [
    row('settlement of 10,000 people × 22 days, CPU', ms(ours), { atMost: 1_000 }, naive),
    row('the naive loop of a query per person takes', times, { atLeast: 100 }),
    row('its memory, the whole process', count(peak / MB, 'MB'), { atMost: 256 }),
  ];
}
