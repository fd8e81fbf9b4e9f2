import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The counts in Jest's JSON report. */
interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Suites that failed before their tests ran. */
  readonly numRuntimeErrorTestSuites: number;
  readonly success: boolean;
}

/**
 * Counts one run of Jest. A suite that crashed counts as one failure; so does a run without a report, without a
 * single test, or one that Jest reports as unsuccessful.
 */
export function tallyOf(reportFile: string): Tally {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const isEmpty = passed + failed === 0;
  return { passed, failed: failed === 0 && (isEmpty || !report.success) ? 1 : failed };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed }),
    { passed: 0, failed: 0 },
  );
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
