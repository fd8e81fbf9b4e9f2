import type { Period } from '#contracts/form';
import { isSplittable, splitAt } from '../../../../cloudfunctions/approvals/domain/request/back-early';
import { day } from '../support/rules';

const [mon, tue, wed] = [day('2026-11-30'), day('2026-12-01'), day('2026-12-02')];
const days: Period = { unit: 'day', from: mon, to: wed };
const halves: Period = { unit: 'half', from: mon, fromHalf: 2, to: wed, toHalf: 1 };
const hours: Period = { unit: 'hour', from: mon, start: 540, end: 720 };

test('a day splits the absence before it, its noon inside it', () => {
  expect(splitAt(days, { on: tue })).toEqual({
    kept: { unit: 'day', from: mon, to: mon },
    rest: { unit: 'day', from: tue, to: wed },
  });
  expect(splitAt(days, { on: mon, at: 'noon' })).toEqual({
    kept: { unit: 'half', from: mon, fromHalf: 1, to: mon, toHalf: 1 },
    rest: { unit: 'half', from: mon, fromHalf: 2, to: wed, toHalf: 2 },
  });
  expect(splitAt(halves, { on: wed })).toEqual({
    kept: { unit: 'half', from: mon, fromHalf: 2, to: tue, toHalf: 2 },
    rest: { unit: 'half', from: wed, fromHalf: 1, to: wed, toHalf: 1 },
  });
  expect(splitAt(hours, { on: mon, at: 600 })).toEqual({
    kept: { ...hours, end: 600 },
    rest: { ...hours, start: 600 },
  });
});

test.each([
  ['on the first day, which cancels the whole', days, { on: mon }],
  ['after the absence', days, { on: day('2026-12-03') }],
  ['at noon of a first day that begins there', halves, { on: mon, at: 'noon' as const }],
  ['at noon of a last day that ends there', halves, { on: wed, at: 'noon' as const }],
  ['at a time of leave by the day', days, { on: tue, at: 600 }],
  ['at noon of leave by the hour', hours, { on: mon, at: 'noon' as const }],
  ['at the end of the hours', hours, { on: mon, at: 720 }],
])('nobody is back early %s', (_, period, back) => {
  expect(splitAt(period, back)).toBeNull();
});

test('half a day is not shortened', () => {
  expect(isSplittable({ unit: 'half', from: mon, fromHalf: 1, to: mon, toHalf: 1 })).toBe(false);
  expect(isSplittable({ unit: 'day', from: mon, to: mon })).toBe(true);
});
