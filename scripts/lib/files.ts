import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Every file below `folder`, absolute, sorted; an absent folder has none. */
export function filesBelow(folder: string, skip: readonly string[] = []): string[] {
  if (!existsSync(folder)) return [];
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skip.includes(entry.name)) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...filesBelow(full, skip));
    else found.push(full);
  }
  return found.sort();
}

/** Parsed JSON file. @throws Error that names the file when it is not JSON. */
export function readJson<Shape>(file: string): Shape {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Shape;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

export function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
