import { pureTestsOf } from '../../../../scripts/mutate/pure-tests-of';

test('rules of a feature are tried by the tests that import it and need no cloud', () => {
  const tests = pureTestsOf('cloudfunctions/leave/domain');
  expect(tests).toContain('test/unit/cloudfunctions/leave/leave-rules.test.ts');
  expect(tests).toContain('test/property/leave-ledger.test.ts');
  expect(tests).not.toContain('test/unit/cloudfunctions/leave/balances.cloud.test.ts');
  expect(tests).not.toContain('test/unit/cloudfunctions/shared/policy.test.ts');
});

test('a file that all features share is tried by the tests of that file alone', () => {
  const tests = pureTestsOf('cloudfunctions/shared/kernel/policy.ts:80-90');
  expect(tests).toContain('test/unit/cloudfunctions/shared/policy.test.ts');
  expect(tests).not.toContain('test/unit/cloudfunctions/leave/leave-rules.test.ts');
});

test('a test in the folder of the feature that reaches its rules by a helper is one of them', () => {
  expect(pureTestsOf('cloudfunctions/attendance/domain')).toContain(
    'test/unit/cloudfunctions/attendance/day-status.test.ts',
  );
});
