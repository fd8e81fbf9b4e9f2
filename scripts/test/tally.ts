import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** What one run of Jest counted, and its suites that failed, by their paths. */
export interface JestTally extends Tally {
  readonly failedSuites: readonly FailedSuite[];
}

interface FailedSuite {
  readonly file: string;
  /** Its own tests that passed. */
  readonly passed: number;
}

/** The counts in Jest's JSON report. */
interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Suites that failed before their tests ran. */
  readonly numRuntimeErrorTestSuites: number;
  readonly success: boolean;
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts one run of Jest. A suite that crashed counts as one failure; so does a run without a report, without a
 * single test, or one that Jest reports as unsuccessful.
 */
export function tallyOf(reportFile: string): JestTally {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, failedSuites: [] };
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const isEmpty = passed + failed === 0;
  const failedSuites = (report.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ name, assertionResults }) => ({
      file: name,
      passed: assertionResults.filter(({ status }) => status === 'passed').length,
    }));
  return { passed, failed: failed === 0 && (isEmpty || !report.success) ? 1 : failed, failedSuites };
}

/** The first run, with the suites that failed in it counted as they came out when each ran alone. */
export function withSecondRun(first: JestTally, second: Tally): Tally {
  const again = first.failedSuites.reduce((count, { passed }) => count + passed, 0);
  return { passed: first.passed - again + second.passed, failed: second.failed };
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
