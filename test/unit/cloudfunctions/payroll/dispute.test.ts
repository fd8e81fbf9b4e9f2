import type { Day, Instant, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { PayAnswer, PayDispute } from '#contracts/payslips';
import { isOwedApart, paidBy, withSettled } from '../../../../cloudfunctions/payroll/domain/dispute';

const months = (...of: string[]) => of as Month[];
const REACH = { final: months('2026-06', '2026-07'), again: months('2026-08', '2026-09', '2026-10') };
const STAYS = { hiredOn: '2024-01-05' as Day, leftOn: null };
const leaves = (leftOn: string) => ({ ...STAYS, leftOn: leftOn as Day });

test('the next run pays the difference of a month that it works out again, to who is employed in its own', () => {
  const of = (month: string, person: typeof STAYS | ReturnType<typeof leaves> = STAYS) =>
    paidBy(month as Month, person, REACH);
  expect(of('2026-10')).toBe('next-run');
  expect(of('2026-08')).toBe('next-run');
  // A month that is final is worked out by no run.
  expect(of('2026-07')).toBe('apart');
  // Who leaves within the month of the next run is paid by it, who left before is not.
  expect(of('2026-10', leaves('2026-11-01'))).toBe('next-run');
  expect(of('2026-10', leaves('2026-10-31'))).toBe('apart');
  // A month that was recalled is worked out anew.
  expect(of('2026-11', leaves('2026-10-31'))).toBe('next-run');
  expect(paidBy('2026-10' as Month, STAYS, { again: [], final: [] })).toBe('next-run');
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
