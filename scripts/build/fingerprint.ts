import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/root';

const STAMPS = path.join(ROOT, 'dist/.stamps');

interface Stamp {
  readonly options: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Size and change time of a file; `absent` when it is not there. */
function trace(file: string): string {
  const stat = statSync(path.join(ROOT, file), { throwIfNoEntry: false });
  return stat ? `${stat.size}:${stat.mtimeMs}` : 'absent';
}

/** A hash of everything except the inputs that determines an output. */
export function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}

/** True if `name` was built with these options from these files, and its output still exists. */
export function isFresh(name: string, options: string, output: string): boolean {
  const file = path.join(STAMPS, `${name}.json`);
  if (!existsSync(file) || !existsSync(output)) return false;
  const stamp = JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  return (
    stamp.options === options && Object.entries(stamp.inputs).every(([input, was]) => trace(input) === was)
  );
}

/** Records what `name` was built from. `inputs` relative to the repository. */
export function remember(name: string, options: string, inputs: readonly string[]): void {
  mkdirSync(STAMPS, { recursive: true });
  const stamp: Stamp = { options, inputs: Object.fromEntries(inputs.map((input) => [input, trace(input)])) };
  writeFileSync(path.join(STAMPS, `${name}.json`), JSON.stringify(stamp));
}
