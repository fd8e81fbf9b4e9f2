import path from 'node:path';
import { lastLine, sum, tallyOf } from '../../../../scripts/test/tally';
import { scratchFolder } from '../scratch-folder';

const tallyFor = (report: object) => tallyOf(path.join(scratchFolder({ 'r.json': report }), 'r.json'));
const clean = { numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 0, success: true };

describe('the count of a test run', () => {
  it('takes the real numbers', () => {
    expect(tallyFor(clean)).toEqual({ passed: 3, failed: 0 });
    expect(tallyFor({ ...clean, numFailedTests: 2, success: false })).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a suite that crashed as failed', () => {
    expect(tallyFor({ ...clean, numRuntimeErrorTestSuites: 1, success: false })).toEqual({
      passed: 3,
      failed: 1,
    });
  });

  it('never calls nothing a success', () => {
    expect(tallyFor({ ...clean, numPassedTests: 0 })).toEqual({ passed: 0, failed: 1 });
    expect(tallyFor({ ...clean, success: false })).toEqual({ passed: 3, failed: 1 });
    expect(tallyOf('/nowhere/report.json')).toEqual({ passed: 0, failed: 1 });
  });

  it('ends in one line', () => {
    const total = sum([
      { passed: 3, failed: 0 },
      { passed: 10, failed: 1 },
    ]);
    expect(lastLine(total)).toBe('13 passed, 1 failed');
  });
});
