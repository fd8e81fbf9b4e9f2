import path from 'node:path';
import { ROOT } from '../lib/root';

/** Not copied for the tests: made by a build, or of no use to them. */
const LEFT_OUT = ['dist', '.local', 'docs', 'miniprogram/features', 'miniprogram/miniprogram_npm'];

export interface Mutation {
  /** To break, as Stryker names them, such as `folder/*.ts` or `file.ts:10-20`. */
  readonly files: string;
  readonly tests: readonly string[];
  readonly workers: number;
  /** Percentage of broken lines that a test must notice. */
  readonly least: number;
}

/** What Stryker is told. */
export const strykerSettings = ({ files, tests, workers, least }: Mutation): object => ({
  mutate: [files],
  plugins: ['@stryker-mutator/mocha-runner'],
  testRunner: 'mocha',
  coverageAnalysis: 'perTest',
  concurrency: workers,
  ignorePatterns: LEFT_OUT,
  tempDirName: '.local/mutation',
  mochaOptions: { spec: tests, require: [path.join(ROOT, 'tools/mutation/jest-words.cjs')] },
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  thresholds: { high: least, low: least, break: least },
});
