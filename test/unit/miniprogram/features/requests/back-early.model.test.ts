import type { Day } from '#contracts/common';
import type { Period } from '#contracts/form';
import { firstBack, fitting, waysOn } from '../../../../../miniprogram/features/requests/back-early.model';

const [mon, tue, wed] = ['2026-11-30', '2026-12-01', '2026-12-02'] as [Day, Day, Day];
const days = { unit: 'day', from: mon, to: wed } as const satisfies Period;

it('offers the beginning of a day and its noon, in leave of whole days the beginning alone', () => {
  expect(waysOn(days, tue, undefined)).toEqual({ whole: true, noon: true });
  expect(waysOn(days, tue, true)).toEqual({ whole: true, noon: false });
  expect(waysOn(days, mon, undefined)).toEqual({ whole: false, noon: true });
});

it('keeps the noon on another day where there is one', () => {
  expect(fitting(days, { on: tue, at: 'noon' }, undefined)).toEqual({ on: tue, at: 'noon' });
  expect(fitting(days, { on: tue, at: 'noon' }, true)).toEqual({ on: tue });
});

it('proposes today during the absence, else the second day, of a single day its noon', () => {
  expect(firstBack({ period: days }, wed)).toEqual({ on: wed });
  expect(firstBack({ period: days }, '2026-11-20' as Day)).toEqual({ on: tue });
  expect(firstBack({ period: { ...days, to: mon } }, mon)).toEqual({ on: mon, at: 'noon' });
  expect(firstBack({ period: null }, mon)).toBeNull();
});
