import path from 'node:path';
import { ROOT } from '../lib/root';

/** Not copied for the tests: made by a build, or of no use to them. */
const LEFT_OUT = ['dist', '.local', 'docs', 'miniprogram/features', 'miniprogram/miniprogram_npm'];

/** So long that a test of rules does not end because the machine is busy: what ends counts as noticed. */
const TIMEOUT_MS = 60_000;

export interface Mutation {
  /** To break, as Stryker names them, such as `folder/*.ts` or `file.ts:10-20`. */
  readonly files: string;
  readonly tests: readonly string[];
  readonly workers: number;
  /** Whether also what is worked out when a file loads: each costs a process of its own, a hundred times the others. */
  readonly withTables: boolean;
  /** Percentage of broken lines that a test must notice. */
  readonly least: number;
}

/** What Stryker is told. */
export const strykerSettings = ({ files, tests, workers, withTables, least }: Mutation): object => ({
  mutate: [files],
  plugins: ['@stryker-mutator/mocha-runner'],
  testRunner: 'mocha',
  coverageAnalysis: 'perTest',
  concurrency: workers,
  timeoutMS: TIMEOUT_MS,
  ignoreStatic: !withTables,
  ignorePatterns: LEFT_OUT,
  tempDirName: '.local/mutation',
  mochaOptions: { spec: tests, require: [path.join(ROOT, 'tools/mutation/jest-words.cjs')] },
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: '.local/mutation-report.json' },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  thresholds: { high: least, low: least, break: least },
});
