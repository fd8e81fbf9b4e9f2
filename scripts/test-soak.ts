import { buildProduct } from './build';
import { runJest } from './test/run-jest';
import { lastLine } from './test/tally';

/** Suites that run at higher counts; everything else is in `npm test`. */
const SUITES = [
  'test/soak/',
  'test/property/',
  'test/security/every-action',
  'test/security/fuzz',
  'test/security/requests-fuzz',
  'test/contract/cloud/kill',
  'test/race/',
  'test/fault/',
];
/** Time limit of a single test. */
const TEST_TIMEOUT_MS = 60 * 60_000;

/**
 * `npm run test:soak`: kills, histories, interleavings, faults, the storm, the properties and two hundred thousand bad
 * payloads, at their full counts. SOAK=0.01 takes a part of them. The last line is `N passed, N failed`.
 */
export async function main(): Promise<void> {
  const started = Date.now();
  await buildProduct();
  const options = [
    `--testPathPatterns=${SUITES.join('|')}`,
    '--maxWorkers=2',
    `--testTimeout=${TEST_TIMEOUT_MS}`,
  ];
  const tally = await runJest(['unit', 'contract', 'soak'], options, { SOAK: process.env.SOAK ?? '1' });
  if (tally.failed > 0) process.exitCode = 1;
  console.log(`The soak took ${((Date.now() - started) / 60_000).toFixed(1)} min.`);
  console.log(lastLine(tally));
}
