import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTables } from './build/deployment-tables';
import { cloudbaseConfig } from './build/function-config';
import { ROOT } from './lib/root';

/** A file of the repository that follows from `cloudfunctions/deployment.ts`. */
interface MadeFile {
  readonly name: string;
  readonly make: (current: string) => string;
}

const FILES: readonly MadeFile[] = [
  { name: 'cloudbaserc.json', make: () => `${JSON.stringify(cloudbaseConfig(), null, 2)}\n` },
  { name: 'cloudfunctions/README.md', make: withTables },
];

/** `npm run deployment`: writes the files that follow from `cloudfunctions/deployment.ts`. */
export function main(): void {
  for (const { name, current, wanted } of madeFiles()) {
    if (current === wanted) continue;
    writeFileSync(path.join(ROOT, name), wanted);
    console.log(`Written: ${name}`);
  }
}

/** Each of these files as it is and as it should be; an absent one is empty. */
export function madeFiles(): { name: string; current: string; wanted: string }[] {
  return FILES.map(({ name, make }) => {
    const current = readOrEmpty(path.join(ROOT, name));
    return { name, current, wanted: make(current) };
  });
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
