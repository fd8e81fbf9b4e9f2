import path from 'node:path';
import { lastLine, sum, tallyOf, withSecondRun } from '../../../../scripts/test/tally';
import { scratchFolder } from '../scratch-folder';

const tallyFor = (report: object) => tallyOf(path.join(scratchFolder({ 'r.json': report }), 'r.json'));
const clean = { numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 0, success: true };

describe('the count of a test run', () => {
  it('takes the real numbers', () => {
    expect(tallyFor(clean)).toMatchObject({ passed: 3, failed: 0 });
    expect(tallyFor({ ...clean, numFailedTests: 2, success: false })).toMatchObject({ passed: 3, failed: 2 });
  });

  it('counts a suite that crashed as failed', () => {
    expect(tallyFor({ ...clean, numRuntimeErrorTestSuites: 1, success: false })).toMatchObject({
      passed: 3,
      failed: 1,
    });
  });

  it('never calls nothing a success', () => {
    expect(tallyFor({ ...clean, numPassedTests: 0 })).toMatchObject({ passed: 0, failed: 1 });
    expect(tallyFor({ ...clean, success: false })).toMatchObject({ passed: 3, failed: 1 });
    expect(tallyOf('/nowhere/report.json')).toMatchObject({ passed: 0, failed: 1, failedSuites: [] });
  });

  describe('of files that failed beside others and ran once more alone', () => {
    const suite = (name: string, ...statuses: string[]) => ({
      name,
      status: statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status) => ({ status })),
    });
    const first = tallyFor({
      ...{ ...clean, numPassedTests: 3, numFailedTests: 2, success: false },
      testResults: [suite('/a', 'passed', 'failed', 'failed'), suite('/b', 'passed', 'passed')],
    });

    it('names them', () => {
      expect(first.failedSuites).toEqual([{ file: '/a', passed: 1 }]);
    });

    it('takes each of their tests once, as it came out alone', () => {
      expect(withSecondRun(first, { passed: 3, failed: 0 })).toEqual({ passed: 5, failed: 0 });
      expect(withSecondRun(first, { passed: 2, failed: 1 })).toEqual({ passed: 4, failed: 1 });
      expect(withSecondRun(first, { passed: 0, failed: 1 })).toEqual({ passed: 2, failed: 1 });
    });
  });

  it('ends in one line', () => {
    const total = sum([
      { passed: 3, failed: 0 },
      { passed: 10, failed: 1 },
    ]);
    expect(lastLine(total)).toBe('13 passed, 1 failed');
  });
});
