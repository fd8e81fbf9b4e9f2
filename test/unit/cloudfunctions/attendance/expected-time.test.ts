import { subtractIntervals, totalMinutes } from '../../../../cloudfunctions/attendance/domain/expected-time';

const span = (from: number, to: number) => ({ from, to });

test.each([
  ['nothing', [], [span(0, 10)]],
  ['a hole in the middle', [span(3, 5)], [span(0, 3), span(5, 10)]],
  ['the beginning', [span(-5, 4)], [span(4, 10)]],
  ['the end', [span(7, 99)], [span(0, 7)]],
  ['all of it', [span(0, 10)], []],
  ['before it', [span(-9, 0)], [span(0, 10)]],
  ['after it', [span(10, 12)], [span(0, 10)]],
  ['two that overlap', [span(2, 6), span(4, 8)], [span(0, 2), span(8, 10)]],
  ['a hole without length', [span(5, 5)], [span(0, 10)]],
  ['a hole the wrong way round', [span(8, 2)], [span(0, 10)]],
])('without %s', (_, holes, left) => {
  expect(subtractIntervals([span(0, 10)], holes)).toEqual(left);
});

test('length is in whole minutes', () => {
  expect(totalMinutes([span(0, 90_000), span(100_000, 149_999)])).toBe(2);
  expect(totalMinutes([])).toBe(0);
});
