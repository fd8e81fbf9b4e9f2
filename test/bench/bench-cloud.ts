import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Reply } from '#contracts/reply';
import {
  type CloudOptions,
  createClock,
  type EmbeddedCloud,
  readDatabaseDeclaration,
  startCloud,
} from '../../local/cloud';
import { CONSOLE_SECRET } from '../../local/demo/function-variables';
import { seedDemo } from '../../local/demo/seed-demo';
import { ROOT } from '../../scripts/lib/root';

/** A Monday morning on which the demo company works. */
export const MORNING = Date.parse('2026-11-23T08:50:00+08:00');

/** The functions as they are deployed. */
export const PRODUCT = path.join(ROOT, 'dist/cloudfunctions');

const CONSOLE = { CONSOLE_SECRET };

/** Runs `work` on an embedded cloud of its own with the demo company, and removes it afterwards. */
export async function withBenchCloud<Result>(
  work: (cloud: EmbeddedCloud) => Promise<Result>,
  options: Partial<CloudOptions> = {},
): Promise<Result> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  const clock = createClock(MORNING);
  const variables = { attendance: CONSOLE, people: CONSOLE, reports: CONSOLE };
  const declared = { functionsDir: PRODUCT, variables, ...readDatabaseDeclaration(ROOT) };
  const cloud = await startCloud({ ...declared, ...options, dataDir, clock });
  try {
    await seedDemo(cloud.db, clock.now());
    return await work(cloud);
  } finally {
    await cloud.close();
    rmSync(dataDir, { recursive: true });
  }
}

export interface Call {
  readonly reply: Reply<unknown>;
  /** Requests to the database. */
  readonly database: number;
}

/** One call of an action for a WeChat user, or from the console. */
export async function call(
  cloud: EmbeddedCloud,
  [name, action]: readonly [name: string, action: string],
  input: object,
  openid: string | null,
): Promise<Call> {
  const as = openid === null ? ({ kind: 'console' } as const) : ({ kind: 'user', openid } as const);
  const event = { action, input, ...(openid === null && { secret: CONSOLE_SECRET }) };
  const { result, costs } = await cloud.invoke(name, event, { as });
  return { reply: result as Reply<unknown>, database: costs.database };
}
