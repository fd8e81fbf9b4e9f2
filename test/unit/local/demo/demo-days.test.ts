import type { Day } from '#contracts/common';
import { statutoryName } from '../../../../cloudfunctions/shared/calendar/statutory-days';
import { addDays, daysFrom, freeSaturdayFrom } from '../../../../local/demo/demo-days';

test('the Saturday of the demo’s overtime is no statutory holiday, in years that are not announced either', () => {
  const wrong = daysFrom('2026-01-01' as Day, '2035-12-31' as Day)
    .map((day) => freeSaturdayFrom(day))
    .filter((day) => statutoryName(day.slice(0, 4), day.slice(5)) !== null);
  expect(wrong).toEqual([]);
  // The Spring Festival of 2027 begins on a Saturday: the demo could not start half a year later.
  expect(freeSaturdayFrom(addDays('2027-02-06' as Day, -1))).toBe('2027-02-13');
});
