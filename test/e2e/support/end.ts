import { rmSync } from 'node:fs';
import { MADE, madeBefore } from './made-before';

/** After all files. */
export default async function end(): Promise<void> {
  await madeBefore.browser?.close();
  const made = process.env[MADE];
  if (made) rmSync(made, { recursive: true });
}
