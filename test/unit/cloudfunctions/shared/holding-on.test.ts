import type { Day } from '#contracts/common';
import { holdingOn } from '../../../../cloudfunctions/shared/calendar/holding-on';

const OLD = { from: '2022-01-01' as Day, until: '2023-12-31' as Day };
const NEW = { from: '2024-02-01' as Day, until: null };

test.each([
  ['2021-12-31', { state: 'before', first: OLD }],
  ['2022-01-01', { state: 'holds', entry: OLD }],
  ['2023-12-31', { state: 'holds', entry: OLD }],
  ['2024-01-01', { state: 'ended', last: OLD }],
  ['2024-01-31', { state: 'ended', last: OLD }],
  ['2024-02-01', { state: 'holds', entry: NEW }],
  ['2199-12-31', { state: 'holds', entry: NEW }],
])('on %s what holds is said, and what has ended is not taken over', (day, holding) => {
  expect(holdingOn([OLD, NEW], day as Day)).toEqual(holding);
});

test('of nothing, nothing holds', () => {
  expect(holdingOn([], '2026-01-01' as Day)).toEqual({ state: 'before', first: null });
});
