import type { Day, Instant } from '#contracts/common';
import { extensionOf } from '../../../../cloudfunctions/reviews/domain/asked';

const PLAN = { answersUntil: '2027-01-03' as Day };
const reopened = (...days: readonly string[]) => ({
  reopened: days.map((until) => ({ at: 0 as Instant, by: 'HR', until: until as Day, reason: '出差' })),
});

test.each([
  ['a month before the last day there is nothing to let in yet', '2026-12-01', [], null],
  ['from 28 days before it on', '2026-12-06', [], '2027-01-06'],
  ['after the last day from today on', '2027-01-10', [], '2027-01-13'],
  ['beyond what was let in before', '2027-01-04', ['2027-01-06'], '2027-01-09'],
  ['ten times at most', '2027-01-04', Array.from({ length: 10 }, () => '2027-01-06'), null],
] as const)('missing reviews are let in by three days: %s', (_, today, days, until) => {
  expect(extensionOf(PLAN, reopened(...days), today as Day)).toBe(until);
});
