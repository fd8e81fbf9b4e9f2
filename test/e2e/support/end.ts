import { rmSync } from 'node:fs';
import { DEMO_DATA, madeBefore } from './made-before';

/** After all files. */
export default async function end(): Promise<void> {
  await madeBefore.browser?.close();
  const dataDir = process.env[DEMO_DATA];
  if (dataDir) rmSync(dataDir, { recursive: true });
}
