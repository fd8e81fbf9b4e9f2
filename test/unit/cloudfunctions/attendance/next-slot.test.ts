import { nextSlot } from '../../../../cloudfunctions/attendance/domain/next-slot';
import { at, punched } from '../support/rules';

const END = at('2026-11-23 18:00');
const came = punched('in', '2026-11-23 09:00');
const left = punched('out', '2026-11-23 18:00');

test.each([
  ['first punch of the day', [], END, '2026-11-23 08:00', 'in', false],
  ['first punch a second before the end', [], END, '2026-11-23 17:59:59', 'in', false],
  ['first punch at the end', [], END, '2026-11-23 18:00', 'out', false],
  ['first punch of a day off, late', [], null, '2026-11-23 23:00', 'in', false],
  ['after the clock-in', [came], END, '2026-11-23 09:05', 'out', false],
  ['after the clock-out', [came, left], END, '2026-11-23 19:00', 'out', true],
  ['after a clock-out alone', [left], END, '2026-11-23 19:00', 'out', true],
  [
    'a claim between two clock-outs',
    [left, punched('out', '2026-11-23 18:02')],
    END,
    '2026-11-23 18:01',
    'out',
    true,
  ],
  ['a claim before the clock-out', [left], END, '2026-11-23 09:00', 'in', false],
  ['second punch of a day off', [came], null, '2026-11-23 10:00', 'out', false],
] as const)('%s', (_, punches, end, now, slot, update) => {
  expect(nextSlot(punches, end, at(now))).toEqual({ slot, update });
});
