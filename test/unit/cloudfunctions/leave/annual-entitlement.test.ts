import { annualEntitlement, leaverAnnual } from '../../../../cloudfunctions/leave/domain/annual-entitlement';
import type { GrantRule } from '../../../../cloudfunctions/leave/domain/leave-type';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import { ruleOn } from '../../../../cloudfunctions/leave/domain/rule-on';
import { addMonthsTo, fullYears } from '../../../../cloudfunctions/shared/calendar/anniversary';
import { day } from '../support/rules';

const shipped = CHINA_LEAVE_TYPES.find(({ _id }) => _id === 'annual');
const RULE = (shipped && ruleOn(shipped, 'beijing', day('2026-06-01'))?.grant) as Extract<
  GrantRule,
  { by: 'service' }
>;
const entitled = (hiredOn: string, workingSince: string | null, year: number, leftOn: string | null = null) =>
  annualEntitlement(
    RULE,
    {
      hiredOn: day(hiredOn),
      leftOn: leftOn === null ? null : day(leftOn),
      workingSince: workingSince === null ? null : day(workingSince),
    },
    year,
  );

describe('statutory annual leave', () => {
  test.each([
    // 条例 art. 3: the tiers, for people employed all year.
    ['one to ten years', '2020-01-01', '2018-06-01', 5],
    ['ten to twenty years', '2010-01-01', '2010-01-01', 10],
    ['a day short of twenty years at the end of the year', '2007-01-01', '2007-01-01', 10],
    ['twenty years and more', '2005-01-01', '2005-01-01', 15],
  ])('%s', (_, hired, since, days) => {
    expect(entitled(hired, since, 2026).days).toBe(days);
  });

  test.each([
    // 办法 art. 5: floor(remaining days / 365 × entitlement), the day of joining included.
    ['joins on 1 July after eight years elsewhere', '2026-07-01', '2018-03-01', 2, 184],
    ['joins on 31 December with twenty years', '2026-12-31', '2000-01-01', 0, 1],
    ['joins on 1 January: the whole year', '2026-01-01', '2015-02-01', 10, 365],
    ['joins on 2 January: a day less than the year', '2026-01-02', '2015-02-01', 9, 364],
    ['joins on 19 October with 15 days a year: 74 / 365 × 15 = 3.04', '2026-10-19', '2000-01-01', 3, 74],
    ['V81: joins on 20 October: 73 / 365 × 15 = 3 exactly', '2026-10-20', '2000-01-01', 3, 73],
    ['joins on 21 October: 72 / 365 × 15 = 2.96', '2026-10-21', '2000-01-01', 2, 72],
  ])('%s', (_, hired, since, days, remaining) => {
    const result = entitled(hired, since, 2026);
    expect(result.days).toBe(days);
    expect(result.periods.reduce((sum, each) => sum + each.calendarDays, 0)).toBe(remaining);
    expect(result.usableFrom).toBe(hired);
  });

  test('nothing before twelve months of service, then the share of the rest of the year', () => {
    expect(entitled('2026-02-01', '2026-02-01', 2026)).toMatchObject({ days: 0, usableFrom: null });
    // From 2027-02-01 on 334 days remain: 334 / 365 × 5 = 4.58.
    expect(entitled('2026-02-01', '2026-02-01', 2027)).toMatchObject({ days: 4, usableFrom: '2027-02-01' });
    expect(entitled('2026-02-01', '2026-02-01', 2028)).toMatchObject({ days: 5, usableFrom: '2028-01-01' });
  });
  test('service is not known: this employment counts', () => {
    expect(entitled('2025-01-01', null, 2025).days).toBe(0);
    expect(entitled('2025-01-01', null, 2026).days).toBe(5);
  });
  test('a tier reached within the year counts from its day on', () => {
    // 2026-01-01 … 06-30: 181 days at 5; from 2026-07-01: 184 days at 10: (905 + 1,840) / 365 = 7.52.
    const result = entitled('2020-01-01', '2016-07-01', 2026);
    expect(result.days).toBe(7);
    expect(result.periods).toEqual([
      { from: '2026-01-01', to: '2026-06-30', calendarDays: 181, years: 9, entitlement: 5 },
      { from: '2026-07-01', to: '2026-12-31', calendarDays: 184, years: 10, entitlement: 10 },
    ]);
  });
  test('a leap year has one day more and is divided by 365 all the same, never above the tier', () => {
    expect(entitled('2020-01-01', '2019-06-01', 2028).days).toBe(5);
    // 2028-01-02 … 12-31 are 365 days.
    expect(entitled('2028-01-02', '2019-06-01', 2028).days).toBe(5);
    expect(entitled('2028-02-29', '2008-02-29', 2028)).toMatchObject({ days: 12 });
  });
  test('a year that begins on 29 February is full on 28 February', () => {
    expect(addMonthsTo(day('2024-02-29'), 12)).toBe('2025-02-28');
    expect(fullYears(day('2024-02-29'), day('2025-02-27'))).toBe(0);
    expect(fullYears(day('2024-02-29'), day('2025-02-28'))).toBe(1);
    expect(fullYears(day('2024-02-29'), day('2028-02-28'))).toBe(3);
    expect(fullYears(day('2024-02-29'), day('2028-02-29'))).toBe(4);
    expect(addMonthsTo(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonthsTo(day('2026-10-31'), -8)).toBe('2026-02-28');
    expect(fullYears(day('2026-01-01'), day('2025-01-01'))).toBe(0);
  });
  test('somebody who leaves before the year, or comes after it, has none', () => {
    expect(entitled('2020-01-01', '2010-01-01', 2026, '2025-12-31').days).toBe(0);
    expect(entitled('2027-01-01', '2010-01-01', 2026).days).toBe(0);
  });
});

describe('what a leaver is paid out for', () => {
  const leaver = (lastDay: string, taken: number, hiredOn = '2015-01-01') =>
    leaverAnnual(
      RULE,
      { hiredOn: day(hiredOn), leftOn: null, workingSince: day('2014-01-01') },
      day(lastDay),
      taken,
    ).unused;
  test.each([
    // 办法 art. 12: floor(elapsed days / 365 × entitlement − taken), ten days a year.
    ['2026-06-30', 0, 4], // 181 / 365 × 10 = 4.96
    ['2026-06-30', 2, 2], // 2.96
    ['2026-06-30', 1.5, 3], // 3.46
    ['2026-06-30', 6, 0], // taken beyond the share is not claimed back
    ['2026-12-31', 4, 6],
    ['2026-03-14', 0, 2], // 73 / 365 × 10 = 2 exactly
    ['2026-03-13', 0, 1],
  ])('last day %s after %s days taken: %s', (lastDay, taken, unused) => {
    expect(leaver(lastDay, taken)).toBe(unused);
  });
  test('who came and went in one year', () => {
    // 2026-03-01 … 05-31 are 92 days: 92 / 365 × 10 = 2.52.
    expect(leaver('2026-05-31', 0, '2026-03-01')).toBe(2);
  });
});
