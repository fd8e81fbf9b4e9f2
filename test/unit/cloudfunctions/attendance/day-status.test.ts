import { at, codes, cover, nightShift, punched, statusOf, words } from '../support/rules';

// Monday 2026-11-23; day shift 09:00–18:00, 30 flex minutes, break 12:00–13:00,
// more than 60 minutes late or early: half a day, more than 180: a day.
const DAY = '2026-11-23';
const inAndOut = (first: string, last: string) => [
  punched('in', `${DAY} ${first}`),
  punched('out', `${DAY} ${last}`),
];

describe('a workday with both punches', () => {
  const late = (minutes: number) => ({ kind: 'late', minutes });
  const early = (minutes: number) => ({ kind: 'early', minutes });
  const absent = (days: number) => ({ kind: 'absent', days });
  test.each([
    ['early bird', '07:30', '18:00', 'normal', []],
    ['to the second', '09:00:00', '18:00:00', 'normal', []],
    ['flex used, end moved', '09:20', '18:20', 'normal', []],
    ['flex used, end not kept', '09:20', '18:19', 'early', [early(1)]],
    ['last flex minute with seconds', '09:30:59', '18:30', 'normal', []],
    ['one minute late', '09:31', '18:30', 'late', [late(1)]],
    ['late does not move the end further', '09:42', '18:30', 'late', [late(12)]],
    ['arriving early does not allow leaving early', '08:00', '17:59', 'early', [early(1)]],
    ['last second before the end', '09:00', '17:59:59', 'early', [early(1)]],
    ['late and early', '09:40', '18:20', 'late', [late(10), early(10)]],
    ['late at the limit', '10:30', '18:30', 'late', [late(60)]],
    ['late beyond half a day', '10:31', '18:30', 'absent', [late(61), absent(0.5)]],
    ['late at the limit of a day', '12:30', '18:30', 'absent', [late(180), absent(0.5)]],
    ['early at the limit of a day', '09:00', '15:00', 'absent', [early(180), absent(0.5)]],
    ['late beyond a day', '12:31', '18:30', 'absent', [late(181), absent(1)]],
    ['early at the limit', '09:00', '17:00', 'early', [early(60)]],
    ['early beyond half a day', '09:00', '16:59', 'absent', [early(61), absent(0.5)]],
    ['early beyond a day', '09:00', '14:59', 'absent', [early(181), absent(1)]],
    ['both beyond half a day', '10:31', '17:00', 'absent', [late(61), early(90), absent(1)]],
  ])('%s: %s–%s is %s', (_, first, last, state, marks) => {
    const status = statusOf(DAY, { punches: inAndOut(first, last) });
    expect(status).toMatchObject({ state, marks });
  });

  test('explains itself with every figure', () => {
    expect(statusOf(DAY, { punches: inAndOut('09:42', '18:20') }).reasons).toEqual([
      { code: 'WORKDAY', data: { weekday: 1 } },
      { code: 'SHIFT', data: { name: words('Day shift'), start: '09:00', end: '18:00', flex: 30 } },
      { code: 'IN', data: { at: '09:42' } },
      { code: 'LATE', data: { at: '09:42', start: '09:00', flex: 30, minutes: 12 } },
      { code: 'FLEX_USED', data: { minutes: 30, end: '18:30' } },
      { code: 'OUT', data: { at: '18:20' } },
      { code: 'EARLY', data: { at: '18:20', end: '18:30', minutes: 10 } },
      { code: 'WORKED', data: { minutes: 458 } },
    ]);
  });

  test('names the thresholds that were passed', () => {
    const reasons = statusOf(DAY, { punches: inAndOut('10:31', '14:00') }).reasons;
    expect(reasons).toContainEqual({ code: 'LATE_HALF_DAY', data: { minutes: 61, limit: 60 } });
    expect(reasons).toContainEqual({ code: 'EARLY_ABSENT', data: { minutes: 270, limit: 180 } });
  });

  test('says which rule decided', () => {
    const { rule } = statusOf(DAY, { punches: inAndOut('09:00', '18:00') });
    expect(rule).toEqual({ id: 'SH-DAY', version: 3, source: words('Staff handbook 4.2') });
  });

  test('works out the hours without the break', () => {
    expect(statusOf(DAY, { punches: inAndOut('09:00', '18:00') }).workedMinutes).toBe(480);
    expect(statusOf(DAY, { punches: inAndOut('09:00', '12:30') }).workedMinutes).toBe(180);
    expect(statusOf(DAY, { punches: inAndOut('13:30', '18:30') }).workedMinutes).toBe(300);
  });

  test('the first in and the last out count', () => {
    const between = [punched('out', `${DAY} 12:00`), punched('out', `${DAY} 18:00`)];
    const status = statusOf(DAY, { punches: [punched('in', `${DAY} 09:00`), ...between] });
    expect(status).toMatchObject({ state: 'normal', workedMinutes: 480 });
  });
});

describe('a workday while it runs', () => {
  const atNine = [punched('in', `${DAY} 09:00`)];
  test.each([
    ['before the shift', `${DAY} 08:00`, [], 'upcoming', []],
    ['days ahead', '2026-11-20 12:00', [], 'upcoming', []],
    ['after the start without a punch', `${DAY} 11:00`, [], 'ongoing', []],
    ['evening without a punch', `${DAY} 23:00`, [], 'ongoing', []],
    ['clocked in', `${DAY} 11:00`, atNine, 'ongoing', []],
    [
      'late already',
      `${DAY} 11:00`,
      [punched('in', `${DAY} 09:42`)],
      'late',
      [{ kind: 'late', minutes: 12 }],
    ],
    ['out before the end, may come back', `${DAY} 12:10`, inAndOut('09:00', '12:00'), 'ongoing', []],
    ['the last second before the day closes', '2026-11-24 01:29:59', atNine, 'ongoing', []],
    ['closed', '2026-11-24 01:30:00', atNine, 'missing', [{ kind: 'missing', slot: 'out' }]],
  ])('%s', (_, time, punches, state, marks) => {
    expect(statusOf(DAY, { time, punches })).toMatchObject({ state, marks });
  });

  test('early counts from the end that is owed', () => {
    const punches = inAndOut('09:20', '17:50');
    expect(statusOf(DAY, { time: `${DAY} 18:19`, punches })).toMatchObject({ state: 'ongoing' });
    expect(statusOf(DAY, { time: `${DAY} 18:20`, punches })).toMatchObject({
      state: 'early',
      marks: [{ kind: 'early', minutes: 30 }],
    });
  });

  test('says until when it is open', () => {
    const { reasons } = statusOf(DAY, { time: `${DAY} 10:00`, punches: [punched('in', `${DAY} 09:10`)] });
    expect(reasons.at(-1)).toEqual({ code: 'STILL_OPEN', data: { end: '18:10' } });
  });
});

describe('what is missing once the day is over', () => {
  test('no punch at all is a day of absence', () => {
    const status = statusOf(DAY);
    expect(status).toMatchObject({ state: 'absent', marks: [{ kind: 'absent', days: 1 }] });
    expect(codes(status)).toEqual(['WORKDAY', 'SHIFT', 'NO_PUNCH']);
  });
  test('only out: the clock-in is missing', () => {
    const status = statusOf(DAY, { punches: [punched('out', `${DAY} 18:05`)] });
    expect(status).toMatchObject({ state: 'missing', marks: [{ kind: 'missing', slot: 'in' }] });
    expect(codes(status)).toContain('MISSING_IN');
  });
  test('missing is worse than late', () => {
    const status = statusOf(DAY, { punches: [punched('in', `${DAY} 09:42`)] });
    expect(status.state).toBe('missing');
    expect(status.marks).toEqual([
      { kind: 'late', minutes: 12 },
      { kind: 'missing', slot: 'out' },
    ]);
  });
});

describe('leave and trips', () => {
  const morning = cover('leave', `${DAY} 09:00`, `${DAY} 12:00`);
  const afternoon = cover('leave', `${DAY} 13:00`, `${DAY} 18:00`);
  const half = { kind: 'leave', name: words('Annual leave'), days: 0.5 };

  test('a whole day needs no punch', () => {
    const covers = [cover('leave', '2026-11-20 00:00', '2026-11-25 00:00')];
    expect(statusOf(DAY, { covers })).toMatchObject({
      state: 'leave',
      marks: [{ kind: 'leave', days: 1 }],
    });
    expect(statusOf(DAY, { covers, time: '2026-11-19 10:00' }).state).toBe('leave');
  });
  test('a trip of the whole day', () => {
    const covers = [cover('trip', `${DAY} 08:00`, `${DAY} 20:00`)];
    expect(statusOf(DAY, { covers })).toMatchObject({ state: 'trip', marks: [{ kind: 'trip', days: 1 }] });
  });
  test('after a free morning the day starts behind the break, without flex', () => {
    const onTime = statusOf(DAY, { covers: [morning], punches: inAndOut('13:00', '18:00') });
    expect(onTime).toMatchObject({ state: 'leave', marks: [half] });
    const late = statusOf(DAY, { covers: [morning], punches: inAndOut('13:05', '18:00') });
    expect(late).toMatchObject({ state: 'late', marks: [{ kind: 'late', minutes: 5 }, half] });
    expect(late.reasons).toContainEqual({
      code: 'COVERED',
      data: { name: words('Annual leave'), from: '09:00', to: '12:00' },
    });
  });
  test('a free morning gives the day its name until it starts', () => {
    const state = (time: string) => statusOf(DAY, { covers: [morning], time: `${DAY} ${time}` }).state;
    expect(['08:00', '12:59', '13:00'].map(state)).toEqual(['leave', 'leave', 'ongoing']);
  });
  test('before a free afternoon the day ends at noon, flex or not', () => {
    const status = statusOf(DAY, { covers: [afternoon], punches: inAndOut('09:20', '12:00') });
    expect(status).toMatchObject({ state: 'leave', marks: [half] });
    const early = statusOf(DAY, { covers: [afternoon], punches: inAndOut('09:00', '11:50') });
    expect(early.marks).toContainEqual({ kind: 'early', minutes: 10 });
  });
  test('absence is at most what was owed', () => {
    expect(statusOf(DAY, { covers: [morning] })).toMatchObject({
      state: 'absent',
      marks: [{ kind: 'absent', days: 0.5 }, half],
    });
    const veryLate = statusOf(DAY, { covers: [morning], punches: inAndOut('17:30', '18:00') });
    expect(veryLate.marks).toContainEqual({ kind: 'absent', days: 0.5 });
  });
  test('leave in the morning and a trip after it are one day', () => {
    const trip = cover('trip', `${DAY} 12:00`, `${DAY} 18:00`);
    const status = statusOf(DAY, { covers: [morning, trip] });
    expect(status.marks).toEqual([half, { kind: 'trip', name: words('Trip'), days: 0.5 }]);
    expect(status.state).toBe('leave');
  });
  test('a leave of another day changes nothing', () => {
    const covers = [cover('leave', '2026-11-24 09:00', '2026-11-24 18:00')];
    expect(statusOf(DAY, { covers, punches: inAndOut('09:00', '18:00') })).toMatchObject({
      state: 'normal',
      marks: [],
    });
  });
});

describe('a night shift 22:00–06:00', () => {
  const night = (first: string, last: string) => [punched('in', first), punched('out', last)];
  test.each([
    ['on time', `${DAY} 21:50`, '2026-11-24 06:05', 'normal', []],
    ['late', `${DAY} 22:15`, '2026-11-24 06:00', 'late', [{ kind: 'late', minutes: 15 }]],
    ['late after midnight', '2026-11-24 00:10', '2026-11-24 06:00', 'absent', undefined],
    ['early', `${DAY} 22:00`, '2026-11-24 05:30', 'early', [{ kind: 'early', minutes: 30 }]],
  ])('%s', (_, first, last, state, marks) => {
    const status = statusOf(DAY, { shift: nightShift, punches: night(first, last) });
    expect(status.state).toBe(state);
    if (marks) expect(status.marks).toEqual(marks);
  });
  test('shows times of the next day as such', () => {
    const punches = night(`${DAY} 22:00`, '2026-11-24 05:30');
    const { reasons, workedMinutes } = statusOf(DAY, { shift: nightShift, punches });
    expect(reasons).toContainEqual({ code: 'OUT', data: { at: '05:30+1' } });
    expect(reasons).toContainEqual({ code: 'EARLY', data: { at: '05:30+1', end: '06:00+1', minutes: 30 } });
    expect(workedMinutes).toBe(420);
  });
  test('is open until the next afternoon', () => {
    const punches = [punched('in', `${DAY} 22:00`)];
    expect(statusOf(DAY, { shift: nightShift, punches, time: '2026-11-24 13:59' }).state).toBe('ongoing');
    expect(statusOf(DAY, { shift: nightShift, punches, time: '2026-11-24 14:00' }).state).toBe('missing');
  });
});

describe('days off, evidence, employment', () => {
  test.each([
    ['2026-11-22', 'restday', 'RESTDAY'],
    ['2026-10-01', 'holiday', 'HOLIDAY'],
    ['2026-10-05', 'restday', 'HOLIDAY_REST'],
  ])('%s without a punch rests', (on, kind, code) => {
    const status = statusOf(on);
    expect(status).toMatchObject({ kind, state: 'rest', marks: [] });
    expect(codes(status)).toEqual([code]);
    expect(status.rule.id).toBe('calendar-2026');
  });
  test('one punch on a Sunday is a punch on a day off, neither overtime nor late nor missing', () => {
    const punches = [punched('in', '2026-11-22 10:17')];
    const status = statusOf('2026-11-22', { punches });
    expect(status).toMatchObject({ state: 'rest-punched', marks: [], workedMinutes: 0 });
    expect(status.reasons.at(-1)).toEqual({ code: 'REST_PUNCHED', data: { count: 1 } });
  });
  test('a Sunday of work is overtime only where that is approved', () => {
    const punches = [punched('in', '2026-11-22 10:17'), punched('out', '2026-11-22 15:17')];
    expect(statusOf('2026-11-22', { punches })).toMatchObject({ state: 'rest-punched', workedMinutes: 240 });
    const approved = statusOf('2026-11-22', { punches, hasOvertime: true });
    expect(approved).toMatchObject({ state: 'overtime', workedMinutes: 240 });
    expect(codes(approved)).not.toContain('REST_PUNCHED');
    expect(statusOf('2026-11-22', { hasOvertime: true }).state).toBe('rest');
  });
  test('of approved overtime with one punch the other is missing once the day is over', () => {
    const punches = [punched('in', '2026-11-22 10:17')];
    const overtime = { punches, hasOvertime: true };
    expect(statusOf('2026-11-22', { ...overtime, time: '2026-11-22 12:00' }).state).toBe('overtime');
    const status = statusOf('2026-11-22', overtime);
    expect(status).toMatchObject({ state: 'missing', marks: [{ kind: 'missing', slot: 'out' }] });
    expect(codes(status)).toContain('MISSING_OUT');
  });
  test('the make-up Sunday 2026-09-20 is a workday', () => {
    const status = statusOf('2026-09-20');
    expect(status).toMatchObject({ kind: 'makeup', state: 'absent' });
    expect(status.reasons[0]).toEqual({
      code: 'MAKEUP',
      data: { name: { 'zh-CN': '国庆节', en: 'National Day' } },
    });
  });
  test('a field punch is a mark, and the state if nothing is worse', () => {
    const punches = [
      punched('in', `${DAY} 09:00`, { mode: 'field', flags: ['field'] }),
      punched('out', `${DAY} 18:00`),
    ];
    expect(statusOf(DAY, { punches })).toMatchObject({
      state: 'field',
      marks: [{ kind: 'field', slot: 'in' }],
    });
  });
  test('a late arrival is explained and does not change the state', () => {
    const tappedAt = at(`${DAY} 08:55`);
    const punches = [
      punched('in', `${DAY} 09:10`, { tappedAt, flags: ['late-arrival'] }),
      punched('out', `${DAY} 18:10`),
    ];
    const status = statusOf(DAY, { punches });
    expect(status).toMatchObject({
      state: 'normal',
      marks: [{ kind: 'late-arrival', slot: 'in', tappedAt }],
    });
    expect(status.reasons).toContainEqual({
      code: 'ARRIVED_LATE_NETWORK',
      data: { slot: 'in', tapped: '08:55', at: '09:10' },
    });
  });
  test('before hiring and after leaving there is nothing', () => {
    const status = statusOf(DAY, { employed: false });
    expect(status).toMatchObject({ state: 'none', marks: [], workedMinutes: 0 });
    expect(codes(status)).toEqual(['NOT_EMPLOYED']);
  });
  test('without a shift nobody is absent', () => {
    expect(statusOf(DAY, { shift: null })).toMatchObject({ state: 'rest', marks: [] });
  });
});

describe('what somebody is told of a day off', () => {
  const sunday = (first: string | null, last: string | null, more = {}) =>
    statusOf('2026-11-22', {
      punches: [
        ...(first ? [punched('in', `2026-11-22 ${first}`)] : []),
        ...(last ? [punched('out', `2026-11-22 ${last}`)] : []),
      ],
      ...more,
    });
  test('when they came and went, how long that was, and that it is not asked for', () => {
    expect(sunday('10:17', '15:17').reasons).toEqual([
      { code: 'RESTDAY', data: { weekday: 7 } },
      { code: 'IN', data: { at: '10:17' } },
      { code: 'OUT', data: { at: '15:17' } },
      { code: 'WORKED', data: { minutes: 240 } },
      { code: 'REST_PUNCHED', data: { count: 2 } },
    ]);
  });
  test('of overtime with a clock-out alone the clock-in is missing, from the end of the day on', () => {
    const closes = statusOf('2026-11-22', { hasOvertime: true, time: '2026-11-23 01:30' });
    expect(closes.state).toBe('rest');
    const only = (time: string) => sunday(null, '15:17', { hasOvertime: true, time });
    expect(only('2026-11-23 01:29').marks).toEqual([]);
    expect(only('2026-11-23 01:30')).toMatchObject({
      state: 'missing',
      marks: [{ kind: 'missing', slot: 'in' }],
    });
    expect(codes(only('2026-11-23 01:30'))).toEqual(['RESTDAY', 'OUT', 'MISSING_IN']);
  });
  test('whose calendar made it one', () => {
    const free = { kind: { kind: 'company' as const, name: words('Founding day') } };
    expect(statusOf(DAY, free).rule.source).toEqual({ 'zh-CN': '公司日历', en: 'Company calendar' });
    expect(codes(statusOf(DAY, free))).toEqual(['COMPANY_OFF']);
    expect(statusOf('2026-10-01').rule.source.en).not.toBe('Company calendar');
  });
  test('the rest day beside a holiday is named after it, and any other by its weekday', () => {
    expect(statusOf('2026-10-05').reasons).toEqual([
      { code: 'HOLIDAY_REST', data: { name: { 'zh-CN': '国庆节', en: 'National Day' } } },
    ]);
    expect(statusOf('2026-11-22').reasons).toEqual([{ code: 'RESTDAY', data: { weekday: 7 } }]);
  });
  test('that the year’s exchanged days are not announced yet', () => {
    const open = { kind: { kind: 'restday' as const, name: null, open: true as const } };
    expect(statusOf('2027-11-21', open).reasons).toContainEqual({
      code: 'CALENDAR_OPEN',
      data: { year: '2027' },
    });
  });
});

describe('a punch by the Wi-Fi of a site is explained', () => {
  const wifi = (slot: 'in' | 'out', time: string, accuracy: number | null) =>
    punched(slot, `${DAY} ${time}`, { mode: 'wifi', accuracy });
  const told = (...punches: ReturnType<typeof punched>[]) =>
    statusOf(DAY, { punches }).reasons.filter(({ code }) => code.startsWith('WIFI'));
  test('with the accuracy of the location that it helped, if there was one', () => {
    expect(told(wifi('in', '09:00', null), wifi('out', '18:00', 350.4))).toEqual([
      { code: 'WIFI', data: { slot: 'in', at: '09:00', site: words('HQ') } },
      { code: 'WIFI_WEAK_FIX', data: { slot: 'out', at: '18:00', site: words('HQ'), accuracy: 350 } },
    ]);
  });
  test('by no other punch', () => {
    expect(told(punched('in', `${DAY} 09:00`), punched('out', `${DAY} 18:00`))).toEqual([]);
    expect(told(punched('in', `${DAY} 09:00`, { mode: 'wifi', site: null }))).toEqual([]);
  });
});

test('a forgotten clock-out is explained as that', () => {
  expect(codes(statusOf(DAY, { punches: [punched('in', `${DAY} 09:00`)] }))).toContain('MISSING_OUT');
  expect(codes(statusOf(DAY, { punches: [punched('out', `${DAY} 18:00`)] }))).toContain('MISSING_IN');
});

test('a clock-out before the clock-in is no time worked', () => {
  const punches = [punched('out', `${DAY} 08:00`), punched('in', `${DAY} 09:00`)];
  expect(statusOf(DAY, { punches }).workedMinutes).toBe(0);
});
