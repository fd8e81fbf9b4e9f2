import type { Day, Minutes, Month } from '#contracts/common';
import type { AccountSpan } from '../../../../cloudfunctions/accounts/rules';
import { endingMedicalPeriod } from '../../../../cloudfunctions/leave/domain/medical-end';
import { medicalPeriod } from '../../../../cloudfunctions/leave/domain/medical-period';

const day = (value: string) => value as Day;
const who = (hiredOn: string, workingSince: string | null, city = 'beijing') => ({
  ...{ city, hiredOn: day(hiredOn), workingSince: workingSince === null ? null : day(workingSince) },
});
/** Sick leave whose first and last day count, days off between them not. */
const sick = (from: string, to = from, more: Partial<AccountSpan> = {}): AccountSpan => ({
  ...{
    requestId: from,
    kind: 'leave',
    state: 'approved',
    name: { 'zh-CN': '', en: '' },
    leaveTypeId: 'sick',
  },
  ...{ day: day(from), from: 0 as never, to: 0 as never, minutes: 480 },
  perDay: { [day(from)]: 480, [day(to)]: 480 },
  ...more,
});
const DAY = 480 as Minutes;

describe('months of the medical period (劳部发〔1994〕479号 art. 3)', () => {
  it.each([
    // In all, with the company, months, and the months in which they count.
    ['2017-01-01', '2023-01-01', 3, 6],
    ['2016-03-06', '2021-03-06', 3, 6],
    ['2016-03-06', '2021-03-05', 6, 12],
    ['2016-03-05', '2023-01-01', 6, 12],
    ['2016-03-05', '2021-03-05', 9, 15],
    ['2010-01-01', '2016-03-06', 9, 15],
    ['2010-01-01', '2016-03-05', 12, 18],
    ['2005-01-01', '2011-03-05', 18, 24],
    ['2000-01-01', '2006-03-06', 18, 24],
    ['2000-01-01', '2006-03-05', 24, 30],
    // Nobody has said since when the person works: the time here counts.
    [null, '2021-03-06', 3, 6],
    [null, '2016-03-05', 12, 18],
  ])('at work since %s, here since %s: %d within %d', (working, hired, months, window) => {
    const period = medicalPeriod(who(hired, working), [sick('2026-03-05')]);
    expect(period).toMatchObject({ months, since: '2026-03-05', used: 480, isOver: false });
    const [year, index] = [2026 + Math.floor((2 + window) / 12), ((2 + window) % 12) + 1];
    expect(period?.until).toBe(`${year}-${String(index).padStart(2, '0')}-04`);
  });

  it.each([
    ['2026-03-04', 3],
    ['2025-03-06', 3],
    ['2025-03-05', 4],
    ['2016-03-05', 13],
    ['2000-03-05', 24],
  ])('in Shanghai by years with the company: hired on %s, %d', (hired, months) => {
    const period = medicalPeriod(who(hired, '1990-01-01', 'shanghai'), [sick('2026-03-05')]);
    expect(period).toMatchObject({ months, until: null });
    expect(period?.source['zh-CN']).toContain('沪府发〔2015〕40号');
  });
});

describe('what counts for it', () => {
  const JUNIOR = who('2024-01-01', '2020-01-01');

  it('the example of 劳部发〔1995〕236号: three months from 5 March, within six, together or apart', () => {
    const together = medicalPeriod(JUNIOR, [sick('2026-03-05', '2026-06-03')]);
    expect(together).toMatchObject({
      used: 91 * DAY,
      isOver: false,
      endsOn: '2026-06-04',
      until: '2026-09-04',
    });
    expect(medicalPeriod(JUNIOR, [sick('2026-03-05', '2026-06-04')])).toMatchObject({
      ...{ used: 92 * DAY, isOver: true, endsOn: '2026-06-04' },
    });
    const apart = [
      sick('2026-03-05', '2026-04-03'),
      sick('2026-05-04', '2026-06-12'),
      sick('2026-08-03', '2026-08-24'),
    ];
    // 30, 40 and 22 days.
    expect(medicalPeriod(JUNIOR, apart)).toMatchObject({
      used: 92 * DAY,
      isOver: true,
      endsOn: '2026-08-24',
    });
  });

  it('what is left after the six months is left: the next sick day begins another period', () => {
    const spans = [sick('2026-03-05', '2026-05-30'), sick('2026-09-05', '2026-09-06')];
    expect(medicalPeriod(JUNIOR, spans)).toMatchObject({ since: '2026-09-05', used: 2 * DAY, isOver: false });
    const inTime = [sick('2026-03-05', '2026-05-30'), sick('2026-09-03', '2026-09-04')];
    expect(medicalPeriod(JUNIOR, inTime)).toMatchObject({ since: '2026-03-05', used: 89 * DAY });
  });

  it('an end that the six months cut off lies in the next ones', () => {
    // One day in March, then without a break from 20 July: 47 days until 4 September, and the new period from the 5th.
    const period = medicalPeriod(JUNIOR, [sick('2026-03-05'), sick('2026-07-20', '2026-07-24')]);
    expect(period).toMatchObject({ since: '2026-03-05', endsOn: '2026-12-04', isOver: false });
  });

  it('halves count as halves, a day once, and neither other leave nor what was refused', () => {
    const half = sick('2026-03-06', '2026-03-06', { perDay: { [day('2026-03-06')]: 240 } });
    const twice = sick('2026-03-06', '2026-03-06', { requestId: 'x', perDay: { [day('2026-03-06')]: 360 } });
    const others = [
      sick('2026-03-09', '2026-03-20', { leaveTypeId: 'annual' }),
      sick('2026-03-09', '2026-03-20', { state: 'rejected' }),
    ];
    expect(medicalPeriod(JUNIOR, [sick('2026-03-05'), half, ...others])?.used).toBe(720);
    expect(medicalPeriod(JUNIOR, [half, twice])?.used).toBe(DAY);
    expect(medicalPeriod(JUNIOR, others)).toBeNull();
  });

  it('in Shanghai all sick leave here counts, however long ago, and the period grows with the years', () => {
    const person = who('2020-01-01', '2015-01-01', 'shanghai');
    // 59 days in 2020; in 2026 nine months, of which the days of 2020 are used.
    const period = medicalPeriod(person, [
      sick('2020-02-02', '2020-03-31'),
      sick('2026-03-05', '2026-03-06'),
    ]);
    expect(period).toMatchObject({ months: 9, since: '2020-02-02', used: 61 * DAY, until: null });
  });
});

describe('in Shanghai the days used count against the months of each day (沪府发〔2015〕40号 arts. 2 and 4)', () => {
  const HIRED = who('2020-01-01', '2015-01-01', 'shanghai');
  // Three months from 1 February 2020 are 90 days, four 121, nine 274.
  it.each([
    ['the ninety days of the first year', [['2020-02-01', '2020-04-30']], 3, true, '2020-04-30', 3],
    ['one less', [['2020-02-01', '2020-04-29']], 3, false, '2020-04-30', 3],
    ['more than those', [['2020-02-01', '2020-05-05']], 3, true, '2020-04-30', 3],
    // 96 of 121 days are used on 5 March: 25 more end on the 30th.
    ['a year later', [['2020-02-01', '2020-05-05'], ['2021-03-05']], 4, false, '2021-03-30', 4],
    // 96 of 274 days are used on 5 March: 178 more end on 30 August.
    ['six years later', [['2020-02-01', '2020-05-05'], ['2026-03-05']], 9, false, '2026-08-30', 9],
    ['near the end of a year', [['2020-02-01', '2020-05-05'], ['2020-12-20']], 3, true, '2020-04-30', 3],
    // 120 of the 121 days were used when the fourth month came: it is over again with the next one.
    ['the day that is left', [['2020-02-01', '2020-05-30'], ['2021-01-05']], 4, true, '2021-01-05', 4],
    // Never within the months of a year since.
    ['a year of illness', [['2020-02-01', '2020-12-31'], ['2026-03-05']], 9, true, '2020-04-30', 3],
    // 60 days by 8 December, 84 by the turn of the year, when the fourth month comes.
    ['months that grow in it', [['2020-10-10', '2020-12-08']], 3, false, '2021-02-09', 4],
  ] as [string, [string, string?][], number, boolean, string, number][])(
    '%s',
    (_, spans, months, isOver, endsOn, endMonths) => {
      const period = medicalPeriod(
        HIRED,
        spans.map(([from, to]) => sick(from, to)),
      );
      expect(period).toMatchObject({ months, isOver, endsOn, endMonths });
    },
  );
});

describe('what a run says of who was ill in its month', () => {
  const JUNIOR = who('2024-01-01', '2020-01-01');
  const end = (spans: readonly AccountSpan[], month: string) =>
    endingMedicalPeriod(
      JUNIOR,
      { spans: Object.fromEntries(spans.map((span, at) => [at, span])) },
      month as Month,
    );
  const long = [sick('2026-03-05', '2026-06-30')];

  it.each([
    ['2026-03', null],
    ['2026-04', null],
    ['2026-05', { day: '2026-06-04', months: 3 }],
    ['2026-06', { day: '2026-06-04', months: 3 }],
    ['2026-07', null],
  ])('in %s', (month, expected) => {
    // One span with every day of it, as requests write them.
    const days = Object.fromEntries(
      Array.from({ length: 118 }, (_, at) => [
        new Date(Date.UTC(2026, 2, 5 + at)).toISOString().slice(0, 10),
        480,
      ]),
    );
    expect(end([sick('2026-03-05', '2026-06-30', { perDay: days })], month)).toEqual(expected);
  });

  it('what is only asked for does not count, nor is anything said of who was not ill', () => {
    expect(
      end(
        long.map((span) => ({ ...span, state: 'open' as const })),
        '2026-06',
      ),
    ).toBeNull();
    expect(end(long, '2026-02')).toBeNull();
  });
});
