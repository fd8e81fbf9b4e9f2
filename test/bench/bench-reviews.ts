import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { spreadOf } from './figures';
import { ms, type Row, row } from './table';

const ROUNDS = 5;

/** Publishing the reviews of ten thousand people by ten raters with ten items: the rules alone. */
export function benchReviews(): Row[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  try {
    const outfile = path.join(folder, 'lane.js');
    const entryPoints = [path.join(__dirname, 'reviews-lane.ts')];
    // As functions are deployed: the loader of the bench names every closure, which costs more than the rules.
    buildSync({ entryPoints, outfile, bundle: true, minify: true, platform: 'node', format: 'cjs' });
    const lane: typeof import('./reviews-lane') = require(outfile);
    const ours = spreadOf(Array.from({ length: ROUNDS }, lane.publishAll));
    const units = spreadOf(Array.from({ length: ROUNDS }, lane.publishAllUnits));
    const everybody = lane.naivePerPerson() * lane.PEOPLE;
    const naive = { text: `${everybody.toFixed(0)} ms, from ${lane.SAMPLE} people`, value: everybody };
    return [
      row('reviews of 10,000 people × 10 raters × 10 items, CPU', ms(ours), { atMost: 150 }, naive),
      row('their teams, departments and company, CPU', ms(units), { atMost: 1_000 }),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
