import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTables } from './build/deployment-tables';
import { cloudbaseConfig } from './build/function-config';
import { ROOT } from './lib/root';

/** A file of the repository generated from `cloudfunctions/deployment.ts`. */
interface GeneratedFile {
  readonly name: string;
  readonly generate: (current: string) => string;
}

const FILES: readonly GeneratedFile[] = [
  { name: 'cloudbaserc.json', generate: () => `${JSON.stringify(cloudbaseConfig(), null, 2)}\n` },
  { name: 'cloudfunctions/README.md', generate: withTables },
];

/** `npm run deployment`: writes the files generated from `cloudfunctions/deployment.ts`. */
export function main(): void {
  for (const { name, current, wanted } of generatedFiles()) {
    if (current === wanted) continue;
    writeFileSync(path.join(ROOT, name), wanted);
    console.log(`Written: ${name}`);
  }
}

/** Current and generated content of each file; a missing one is empty. */
export function generatedFiles(): { name: string; current: string; wanted: string }[] {
  return FILES.map(({ name, generate }) => {
    const current = readOrEmpty(path.join(ROOT, name));
    return { name, current, wanted: generate(current) };
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
