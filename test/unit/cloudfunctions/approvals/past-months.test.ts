import { lockedWarnings, pastMonths } from '../../../../cloudfunctions/approvals/domain/locked-months';
import { warning } from '../../../../cloudfunctions/approvals/kind/answer';
import { day } from '../support/rules';

const TODAY = day('2026-11-23');
const days = (from: string, to: string) => ({ unit: 'day', from: day(from), to: day(to) }) as const;

test('a request about months that are over says which, since they may be locked', () => {
  expect(pastMonths(days('2026-09-30', '2026-11-02'), TODAY)).toEqual(['2026-09', '2026-10']);
  expect(pastMonths({ unit: 'hour', from: day('2026-10-31'), start: 0, end: 60 }, TODAY)).toEqual([
    '2026-10',
  ]);
  expect(pastMonths(days('2026-11-01', '2026-12-31'), TODAY)).toEqual([]);
  expect(pastMonths(null, TODAY)).toEqual([]);
});

test('of an endless one fourteen months are looked at', () => {
  expect(pastMonths(days('2024-01-01', '2026-10-31'), TODAY)).toHaveLength(14);
});

test('each locked month is a warning of its own', () => {
  expect(lockedWarnings(['2026-10' as never])).toEqual([
    warning('warn', 'MONTH_LOCKED', { month: '2026-10' as never }),
  ]);
});
