import { getSolarDateFromLunar, getSolarTermDate } from 'chinese-days';
import { addDays, daysBetween } from '../../../../cloudfunctions/shared/calendar/company-time';
import { LUNAR_DATES } from '../../../../cloudfunctions/shared/calendar/lunar-festivals';
import { day } from '../support/rules';

const YEARS = Array.from({ length: 24 }, (_, index) => 2027 + index);

test('the table covers 2027 to 2050', () => {
  expect(Object.keys(LUNAR_DATES).map(Number)).toEqual(YEARS);
});

describe.each(YEARS)('the lunar festivals of %i', (year) => {
  const [newYear, qingming, dragonBoat, midAutumn] = LUNAR_DATES[year] ?? [];
  const solarOf = (date: string) => getSolarDateFromLunar(`${year}-${date}`).date.slice(5);

  test('agree with chinese-days', () => {
    expect([newYear, dragonBoat, midAutumn]).toEqual(['01-01', '05-05', '08-15'].map(solarOf));
    expect(`${year}-${qingming}`).toBe(getSolarTermDate(year, 4, 'pure_brightness'));
  });
  test('agree with the Chinese calendar of ICU', () => {
    const found = ['1/1', '5/5', '8/15'].map((date) => icuDay(year, date).slice(5));
    expect(found).toEqual([ICU_DEVIATIONS[year] ?? newYear, dragonBoat, midAutumn]);
  });
  test('have Qingming on the day on which the sun reaches 15°', () => {
    const on = day(`${year}-${qingming}`);
    expect(sunAt(on)).toBeLessThan(15);
    expect(sunAt(addDays(on, 1))).toBeGreaterThan(15);
  });
});

/**
 * New moons within minutes of midnight in China, which ICU puts on the other day: 2027-02-06 23:56 and 2030-02-03
 * 00:07.
 */
const ICU_DEVIATIONS: Readonly<Record<number, string>> = { 2027: '02-07', 2030: '02-02' };

const icu = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
const icuDay = (year: number, date: string): string =>
  daysBetween(day(`${year}-01-01`), day(`${year}-12-31`)).find(
    (on) => icu.format(Date.parse(`${on}T00:00:00Z`)) === date,
  ) ?? '';

/**
 * Apparent longitude of the sun in degrees at the first instant of a day in China, to about 0.01° (Astronomical
 * Almanac, low-precision formula).
 */
function sunAt(on: string): number {
  const days = (Date.parse(`${on}T00:00:00+08:00`) - Date.parse('2000-01-01T12:00:00Z')) / 86_400_000;
  const anomaly = ((357.528 + 0.985_600_3 * days) * Math.PI) / 180;
  const longitude = 280.46 + 0.985_647_4 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly);
  return ((longitude % 360) + 360) % 360;
}
