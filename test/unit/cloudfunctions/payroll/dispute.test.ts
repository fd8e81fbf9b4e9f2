import type { Day, Instant, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { PayAnswer, PayDispute } from '#contracts/payslips';
import { isPaidByRuns } from '../../../../cloudfunctions/payroll/domain/difference-step';
import {
  asPaidNow,
  isOwedApart,
  paidBy,
  withPaidByRun,
  withSettled,
} from '../../../../cloudfunctions/payroll/domain/dispute';
import type { CompiledItem } from '../../../../cloudfunctions/salaries/rules';

const months = (...of: string[]) => of as Month[];
const REACH = { final: months('2026-06', '2026-07'), again: months('2026-08', '2026-09', '2026-10') };
const STAYS = { hiredOn: '2024-01-05' as Day, leftOn: null };
const wageOf = (month: string) => ({ month: month as Month, line: 'earnings/wage' });
const leaves = (leftOn: string) => ({ ...STAYS, leftOn: leftOn as Day });

test('the next run pays the difference of a month that it works out again, to who is employed in its own', () => {
  const of = (month: string, person: typeof STAYS | ReturnType<typeof leaves> = STAYS) =>
    paidBy(wageOf(month), person, REACH);
  expect(of('2026-10')).toBe('next-run');
  expect(of('2026-08')).toBe('next-run');
  // A month that is final is worked out by no run.
  expect(of('2026-07')).toBe('apart');
  // Who leaves within the month of the next run is paid by it, who left before is not.
  expect(of('2026-10', leaves('2026-11-01'))).toBe('next-run');
  expect(of('2026-10', leaves('2026-10-31'))).toBe('apart');
  // A month that was recalled is worked out anew.
  expect(of('2026-11', leaves('2026-10-31'))).toBe('next-run');
  expect(paidBy(wageOf('2026-10'), STAYS, { again: [], final: [] })).toBe('next-run');
});

const BY = { id: 'E9', name: '示例薪酬', nameEn: 'Demo Payroll' };
const settled = { at: 2 as Instant, by: BY };
const disputeWith = (answer: Partial<PayAnswer> | null): PayDispute => ({
  ...{ id: 'd', line: 'earnings/wage', text: '少了', at: 0 as Instant, answerBy: '2026-11-12' as Day },
  answer: answer && { text: '已更正', at: 1 as Instant, by: BY, difference: 100 as Fen, ...answer },
});

test('a difference is settled apart once, where one is owed', () => {
  const owed = disputeWith({ paidBy: 'apart' });
  expect(
    [owed, disputeWith({ paidBy: 'next-run' }), disputeWith({}), disputeWith(null)].map(isOwedApart),
  ).toEqual([true, false, false, false]);
  const after = withSettled([owed], 'd', settled);
  expect(after[0]?.answer).toMatchObject({ settled });
  expect(after.some(isOwedApart)).toBe(false);
  expect(withSettled(after, 'd', settled)).toBe(after);
  expect(() => withSettled([disputeWith({ paidBy: 'next-run' })], 'd', settled)).toThrow(
    'PAY_DISPUTE_REFUSED',
  );
  expect(() => withSettled([disputeWith(null)], 'd', settled)).toThrow('PAY_DISPUTE_REFUSED');
  expect(() => withSettled([], 'd', settled)).toThrow('NOT_FOUND');
});

test('a line of differences is paid while the month that it is about is worked out again', () => {
  const of = (month: string) =>
    paidBy({ month: '2026-10' as Month, line: `earnings/difference.${month}` }, STAYS, REACH);
  expect([of('2026-08'), of('2026-07')]).toEqual(['next-run', 'apart']);
});

test('a difference of a line that no run compares is settled apart, but for a recalled month, which pays it', () => {
  const owed = { ...disputeWith({ paidBy: 'apart', noRun: true }), line: 'deductions/meals' };
  const now = (reach: typeof REACH) => asPaidNow([owed], '2026-10' as Month, STAYS, reach).map(isOwedApart);
  expect(now(REACH)).toEqual([true]);
  expect(now({ ...REACH, again: months('2026-07', '2026-08', '2026-09') })).toEqual([false]);
  const paid = (month: string) =>
    withPaidByRun(
      { month: '2026-10' as Month, disputes: [owed] },
      { month: month as Month, from: '2026-08' as Month, startedAt: 2 as Instant },
      settled,
    ).map(({ answer }) => answer?.settled !== undefined);
  expect([paid('2026-11'), paid('2026-10')]).toEqual([[false], [true]]);
});

test('runs pay differences of earnings and of what is taken off before tax, insurance and tax; not after tax, not what was paid once', () => {
  const deduction = (id: string, isTaxable: boolean) =>
    ({ item: { id, kind: 'deduction', isTaxable } }) as unknown as CompiledItem;
  const facts = { compiled: [deduction('meals', false), deduction('late', true)] };
  const lines = [
    'earnings/wage',
    'earnings/difference.2026-09',
    'deductions/late',
    'contributions/fund',
    'tax',
  ];
  expect(lines.filter((line) => !isPaidByRuns(line, facts))).toEqual([]);
  const apart = ['deductions/meals', 'earnings/bonus', 'earnings/unused_leave', 'tax.bonus', 'tax.severance'];
  expect(apart.filter((line) => isPaidByRuns(line, facts))).toEqual([]);
});
