import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { EmbeddedCloud } from '../../../local/cloud';
import { startScriptCloud } from './script';

const ROUNDS = 6;
const ROUND_LENGTH = 100_000;

/** Acknowledgements to wait for before the kill, so that a slow machine tests as much as a fast one. */
const ENOUGH = 12;

/** Starts the writer, kills it with SIGKILL at some moment after enough acknowledgements, and gives the last of each writer. */
async function killWhileWriting(dataDir: string, first: number, disk: string): Promise<Map<string, number>> {
  const args = ['--import', 'tsx', path.join(__dirname, 'crash-writer.ts'), dataDir, String(first), disk];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged = new Map<string, number>();
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    lines += 1;
    if (lines === ENOUGH) setTimeout(() => child.kill('SIGKILL'), 50 + (first / ROUND_LENGTH) * 90);
    const [writer = '', number] = line.split(' ');
    acknowledged.set(writer, Number(number));
  }
  return acknowledged;
}

/** What was acknowledged and is not there, or is there by half. */
async function losses(
  { db }: EmbeddedCloud,
  first: number,
  acknowledged: Map<string, number>,
): Promise<string[]> {
  const lost: string[] = [];
  for (const [writer, last] of acknowledged) {
    for (let number = first; number <= last; number += 1)
      if (!(await db.get('entries', `${writer}-${number}`))) lost.push(`entry ${writer} ${number}`);
    const counter = Number((await db.get('counters', writer))?.number);
    if (!(counter >= last)) lost.push(`counter ${writer}: ${counter} after ${last}`);
    const left = (await db.get('pairs', `${writer}-left`))?.number;
    const right = (await db.get('pairs', `${writer}-right`))?.number;
    if (left !== right || !(Number(left) >= last))
      lost.push(`pair ${writer}: ${left} and ${right} after ${last}`);
  }
  return lost;
}

test(`${ROUNDS} kills under concurrent writes lose no acknowledged write and split no transaction`, async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongxin-kill-'));
  let changes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round * ROUND_LENGTH;
    const acknowledged = await killWhileWriting(dataDir, first, round % 2 === 0 ? 'fast' : 'slow');
    const cloud = await startScriptCloud({ dataDir });
    expect(await losses(cloud, first, acknowledged)).toEqual([]);
    await cloud.close();
    for (const last of acknowledged.values()) changes += last - first + 1;
  }
  await rm(dataDir, { recursive: true });
  console.info(`${ROUNDS} kills, ${changes} acknowledged calls of 3 changes each, 0 lost`);
  expect(changes).toBeGreaterThanOrEqual(ROUNDS * ENOUGH);
}, 60_000);
