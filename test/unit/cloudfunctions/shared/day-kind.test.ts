import { addDays, daysBetween, midnight } from '../../../../cloudfunctions/shared/calendar/company-time';
import { calendarSource, isWorking, kindOfDay } from '../../../../cloudfunctions/shared/calendar/day-kind';
import { day, words } from '../support/rules';

const WEEK = [1, 2, 3, 4, 5];
const kind = (on: string) => kindOfDay(day(on), WEEK, []).kind;
const span = (from: string, to: string) => daysBetween(day(from), day(to));

const STATUTORY: Record<string, string[]> = {
  2025: [
    ...['01-01', '01-28', '01-29', '01-30', '01-31', '04-04', '05-01', '05-02', '05-31'],
    ...['10-01', '10-02', '10-03', '10-06'],
  ],
  2026: [
    ...['01-01', '02-16', '02-17', '02-18', '02-19', '04-05', '05-01', '05-02', '06-19', '09-25'],
    ...['10-01', '10-02', '10-03'],
  ],
};
const OFF: Record<string, [from: string, to: string][]> = {
  2025: [
    ['01-01', '01-01'],
    ['01-28', '02-04'],
    ['04-04', '04-06'],
    ['05-01', '05-05'],
    ['05-31', '06-02'],
    ['10-01', '10-08'],
  ],
  2026: [
    ['01-01', '01-03'],
    ['02-15', '02-23'],
    ['04-04', '04-06'],
    ['05-01', '05-05'],
    ['06-19', '06-21'],
    ['09-25', '09-27'],
    ['10-01', '10-07'],
  ],
};
const MAKEUP: Record<string, string[]> = {
  2025: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  2026: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
};

describe.each(['2025', '2026'])('the year %s', (year) => {
  const all = span(`${year}-01-01`, `${year}-12-31`);
  const off = (OFF[year] ?? []).flatMap(([from, to]) => span(`${year}-${from}`, `${year}-${to}`));

  test('has exactly its thirteen statutory days', () => {
    const found = all.filter((on) => kind(on) === 'holiday').map((on) => on.slice(5));
    expect(found).toEqual(STATUTORY[year]);
    expect(found).toHaveLength(13);
  });
  test('has exactly its make-up workdays', () => {
    expect(all.filter((on) => kind(on) === 'makeup').map((on) => on.slice(5))).toEqual(MAKEUP[year]);
  });
  test('is off on every day of the arrangement, with its name', () => {
    for (const on of off) {
      expect(isWorking(kind(on))).toBe(false);
      expect(kindOfDay(on, WEEK, []).name).not.toBeNull();
    }
  });
  test('names no other day', () => {
    const named = all.filter((on) => kindOfDay(on, WEEK, []).name !== null);
    expect(named).toHaveLength(off.length + (MAKEUP[year]?.length ?? 0));
  });
  test('has 248 workdays', () => {
    expect(all.filter((on) => isWorking(kind(on)))).toHaveLength(248);
  });
});

describe.each([2024, 2025, 2026])('the festivals of %i are where the sky puts them', (year) => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'Asia/Shanghai',
  });
  const all = span(`${year}-01-01`, `${year}-12-31`);
  const dayOfMoon = (date: string) => all.find((on) => lunar.format(midnight(on)) === date);

  test.each([
    ['New Year', '1/1'],
    ['its second day', '1/2'],
    ['its third day', '1/3'],
    ['Dragon Boat', '5/5'],
    ['Mid-Autumn', '8/15'],
  ])('%s', (_, date) => {
    const on = dayOfMoon(date);
    expect([on, on && kind(on)]).toEqual([on, 'holiday']);
  });
  test('New Year’s Eve, since 2025', () => {
    const eve = addDays(dayOfMoon('1/1') ?? day('2000-01-01'), -1);
    expect(kind(eve)).toBe(year >= 2025 ? 'holiday' : 'workday');
  });
  test('Qingming', () => {
    // The usual rule of thumb for the century: [Y × 0.2422 + 4.81] − [Y ÷ 4] in April.
    const date = Math.floor((year - 2000) * 0.2422 + 4.81) - Math.floor((year - 2000) / 4);
    expect(kind(`${year}-04-0${date}`)).toBe('holiday');
  });
});

test('the company’s calendar comes first', () => {
  const name = words('Founders’ day');
  const overrides = [
    { day: day('2026-11-24'), kind: 'company' as const, name },
    { day: day('2026-10-01'), kind: 'workday' as const, name },
  ];
  expect(kindOfDay(day('2026-11-24'), WEEK, overrides)).toEqual({ kind: 'company', name });
  expect(kindOfDay(day('2026-10-01'), WEEK, overrides).kind).toBe('workday');
});

test('a six-day week works on Saturdays, but not in a festival', () => {
  expect(kindOfDay(day('2026-11-28'), [1, 2, 3, 4, 5, 6], []).kind).toBe('workday');
  expect(kindOfDay(day('2026-09-26'), [1, 2, 3, 4, 5, 6], []).kind).toBe('restday');
});

describe('a year whose exchanged days are not announced', () => {
  const kindIn = (on: string, complete = new Set<string>()) => kindOfDay(day(on), WEEK, [], complete);

  test('has its statutory days by law, also on the weekend', () => {
    const festivals = ['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15'];
    expect([...festivals, '2027-05-02'].map((on) => kindIn(on).kind)).toEqual(Array(7).fill('holiday'));
    expect(kindIn('2027-02-09')).toEqual({ kind: 'workday', name: null, open: true });
  });
  test('leaves every other day open until HR has entered the exchanged days', () => {
    expect(kindIn('2027-01-04')).toEqual({ kind: 'workday', name: null, open: true });
    expect(kindIn('2027-01-02').open).toBe(true);
    expect(kindIn('2027-01-01').open).toBeUndefined();
    expect(kindIn('2027-01-04', new Set(['2027']))).toEqual({ kind: 'workday', name: null });
    expect(kindIn('2026-11-30').open).toBeUndefined();
  });
  test('says in its source what is law and what is open', () => {
    const source = (on: string, complete?: Set<string>) =>
      calendarSource(day(on), kindIn(on, complete))['zh-CN'];
    expect(source('2027-01-04')).toMatch(/2024-11-10.*还没有公布/);
    expect(source('2027-01-04', new Set(['2027']))).toMatch(/2024-11-10.*公司日历录入/);
    expect(source('2026-10-01')).toMatch(/2025 年 11 月 4 日/);
  });
  test('keeps a day that the company has decided, open or not', () => {
    const name = words('Day in lieu');
    const own = [{ day: day('2027-01-04'), kind: 'restday' as const, name }];
    expect(kindOfDay(day('2027-01-04'), WEEK, own)).toEqual({ kind: 'restday', name });
  });
  test('after the table of lunar dates still has the days with fixed dates', () => {
    expect([kindIn('2051-10-01').kind, kindIn('2051-05-02').kind]).toEqual(['holiday', 'holiday']);
  });
});

describe.each([2027, 2031, 2039, 2050])('the statutory days of %i', (year) => {
  const days = span(`${year}-01-01`, `${year}-12-31`).filter((on) => kind(on) === 'holiday');
  // Mid-Autumn falls on National Day in 2031 and on the day after it in 2039.
  test.each([[year === 2031 || year === 2039 ? 12 : 13]])('are %i days', (count) => {
    expect(days).toHaveLength(count);
  });
});

test('Mid-Autumn on National Day is one statutory day with both names', () => {
  const { name } = kindOfDay(day('2031-10-01'), WEEK, []);
  expect(name).toEqual({ 'zh-CN': '国庆节、中秋节', en: 'National Day, Mid-Autumn Festival' });
  expect(kind('2031-10-04')).toBe('restday');
});
