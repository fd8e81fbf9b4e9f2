import {
  dateColumns,
  multiColumns,
  selectorColumns,
  timeColumns,
} from '../../../../local/preview/runtime/elements/picker-values';

const TODAY = new Date('2026-11-23T00:00:00Z');

test('a date has the days of its month', () => {
  const columns = dateColumns('2026-02-28', TODAY, { start: '2024-01-01', end: '2028-12-31' });
  expect(columns.chosen).toEqual([2, 1, 27]);
  expect(columns.labels([2, 1, 0])[2]).toHaveLength(28);
  expect(columns.labels([0, 1, 0])[2]).toHaveLength(29);
  expect(columns.value([0, 1, 28])).toBe('2024-02-29');
});

test('a date stays inside its limits, and may be a month', () => {
  const columns = dateColumns('', TODAY, { start: '2026-03-10', end: '2026-04-05' });
  expect(columns.value([0, 0, 0])).toBe('2026-03-10');
  expect(columns.value([0, 11, 30])).toBe('2026-04-05');
  const months = dateColumns('2026-05', TODAY, { start: '2026-01', end: '2026-12', fields: 'month' });
  expect(months.labels([0, 0])).toHaveLength(2);
  expect(months.value([0, 4])).toBe('2026-05');
});

test('a time starts at the first hour allowed', () => {
  const columns = timeColumns('09:30', '08:00', '18:00');
  expect(columns.chosen).toEqual([1, 30]);
  expect(columns.value([0, 5])).toBe('08:05');
});

test('lists take plain items and objects', () => {
  expect(selectorColumns(['a', 'b'], undefined, '1').chosen).toEqual([1]);
  expect(selectorColumns([{ name: 'a' }], 'name', 0).labels([0])).toEqual([['a']]);
  let lists = [['a'], ['b', 'c']];
  const columns = multiColumns(() => lists, undefined, [0, 1]);
  expect(columns.chosen).toEqual([0, 1]);
  lists = [['a'], ['d']];
  expect(columns.labels([0, 0])[1]).toEqual(['d']);
});
