import { dayReport } from '../../../../cloudfunctions/attendance/domain/day-report';
import { flexibleTime } from '../../../../cloudfunctions/attendance/domain/flexible-time';
import { nextSlotOnDay } from '../../../../cloudfunctions/attendance/domain/next-slot';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import { type ShiftTemplate, shiftOnDay } from '../../../../cloudfunctions/schedule/domain/shift';
import { at, codes, cover, day, dayShift, nightShift, punched, statusOf, words } from '../support/rules';

// A Monday.
const DAY = '2026-11-23';
const late = (minutes: number) => ({ kind: 'late', minutes });
const early = (minutes: number) => ({ kind: 'early', minutes });
const pair = (first: string, last: string): Punch[] => [
  punched('in', `${DAY} ${first}`),
  punched('out', `${DAY} ${last}`),
];

describe('a flexible shift, eight hours between 07:00 and 21:00, there from 10:00 to 15:00', () => {
  const flexible: ShiftTemplate = {
    ...dayShift,
    _id: 'SH-FLEX',
    kind: 'flexible',
    start: 420,
    end: 1_260,
    flexMinutes: 0,
    requiredMinutes: 480,
    core: { start: 600, end: 900 },
  };
  const status = (punches: Punch[], more = {}) => statusOf(DAY, { shift: flexible, punches, ...more });

  test.each([
    ['early bird', '07:00', '16:00', 'normal', []],
    ['before the window nothing counts', '06:00', '15:00', 'early', [early(60)]],
    ['usual', '09:00', '18:00', 'normal', []],
    ['a minute short', '09:00', '17:59', 'early', [early(1)]],
    ['last on time', '10:00', '19:00', 'normal', []],
    ['seconds of the last minute', '10:00:59', '19:00', 'normal', []],
    ['after the core began', '10:05', '19:05', 'late', [late(5)]],
    ['late, and short of the hours', '10:05', '19:00', 'late', [late(5), early(5)]],
    ['beyond half a day', '11:30', '20:30', 'absent', [late(90), { kind: 'absent', days: 0.5 }]],
    [
      'so late that the window ends first',
      '12:40',
      '21:00',
      'absent',
      [late(160), { kind: 'absent', days: 0.5 }],
    ],
  ])('%s: %s–%s is %s', (_, first, last, state, marks) => {
    expect(status(pair(first, last))).toMatchObject({ state, marks });
  });
  test('explains what is owed', () => {
    expect(status(pair('09:10', '18:00')).reasons).toEqual([
      { code: 'WORKDAY', data: { weekday: 1 } },
      {
        code: 'SHIFT_FLEXIBLE',
        data: { name: words('Day shift'), start: '07:00', end: '21:00', minutes: 480 },
      },
      { code: 'SHIFT_CORE', data: { start: '10:00', end: '15:00' } },
      { code: 'IN', data: { at: '09:10' } },
      { code: 'REQUIRED', data: { minutes: 480, end: '18:10' } },
      { code: 'OUT', data: { at: '18:00' } },
      { code: 'EARLY', data: { at: '18:00', end: '18:10', minutes: 10 } },
      { code: 'WORKED', data: { minutes: 470 } },
    ]);
    expect(status(pair('10:30', '20:00')).reasons).toContainEqual({
      code: 'LATE_CORE',
      data: { at: '10:30', start: '10:00', minutes: 30 },
    });
  });
  test('is open until the hours are done', () => {
    const punches = pair('08:00', '16:30');
    expect(status(punches, { time: `${DAY} 16:59` })).toMatchObject({ state: 'ongoing' });
    expect(status(punches, { time: `${DAY} 17:00` })).toMatchObject({ state: 'early', marks: [early(30)] });
    const open = status(pair('08:00', '16:30').slice(0, 1), { time: `${DAY} 12:00` });
    expect(open.reasons.at(-1)).toEqual({ code: 'STILL_OPEN', data: { end: '17:00' } });
  });
  test('nobody there is a day of absence', () => {
    expect(status([])).toMatchObject({ state: 'absent', marks: [{ kind: 'absent', days: 1 }] });
    expect(status([], { time: `${DAY} 09:59` }).state).toBe('upcoming');
    expect(status([], { time: `${DAY} 10:00` }).state).toBe('ongoing');
  });
  test('leave shortens the hours, in its own measure', () => {
    const leave = { ...cover('leave', `${DAY} 10:00`, `${DAY} 12:00`), leaveMinutes: 120 };
    const fine = status(pair('13:00', '19:00'), { covers: [leave] });
    expect(fine).toMatchObject({ state: 'leave', marks: [{ kind: 'leave', days: 0.25, minutes: 120 }] });
    expect(status(pair('13:05', '19:05'), { covers: [leave] }).marks).toContainEqual(late(5));
    const whole = { ...cover('leave', `${DAY} 07:00`, `${DAY} 21:00`), leaveMinutes: 480 };
    expect(status([], { covers: [whole] })).toMatchObject({ state: 'leave', marks: [{ days: 1 }] });
    const trip = cover('trip', `${DAY} 13:00`, `${DAY} 21:00`);
    expect(status(pair('09:00', '12:00'), { covers: [trip] })).toMatchObject({ state: 'trip' });
  });
  test('without a core only the hours count', () => {
    const free = { ...flexible, core: null };
    const on = (first: string, last: string) => statusOf(DAY, { shift: free, punches: pair(first, last) });
    // From 13:00 to 21:00 the hours still fit.
    expect(on('13:30', '21:00')).toMatchObject({ state: 'late', marks: [late(30)] });
    expect(on('13:00', '21:00')).toMatchObject({ state: 'normal', marks: [] });
    expect(on('11:00', '20:00')).toMatchObject({ state: 'normal', marks: [] });
    expect(on('11:00', '19:00').marks).toEqual([early(60)]);
    expect(codes(on('11:00', '20:00'))).not.toContain('SHIFT_CORE');
  });
  test('a trip shortens the hours by the clock, leave by its own measure, both together once', () => {
    const trip = cover('trip', `${DAY} 07:00`, `${DAY} 11:00`);
    // Four hours are left of eight.
    expect(status(pair('11:00', '16:00'), { covers: [trip] })).toMatchObject({ state: 'trip' });
    expect(status(pair('11:00', '15:59'), { covers: [trip] }).marks).toContainEqual(early(1));
    const leave = { ...cover('leave', `${DAY} 19:00`, `${DAY} 21:00`), leaveMinutes: 120 };
    expect(flexibleTime(day(DAY), flexible, [trip, leave]).presenceMinutes).toBe(120);
    expect(flexibleTime(day(DAY), flexible, [leave]).presenceMinutes).toBe(360);
  });
  test('nothing is owed where leave takes all hours or all of the day', () => {
    const none = { presence: null, flexible: false, shiftMinutes: 480, presenceMinutes: 0 };
    const whole = { ...cover('leave', `${DAY} 09:00`, `${DAY} 18:00`), leaveMinutes: 480 };
    expect(flexibleTime(day(DAY), flexible, [whole])).toEqual(none);
    expect(flexibleTime(day(DAY), flexible, [cover('trip', `${DAY} 00:00`, '2026-11-24 00:00')])).toEqual(
      none,
    );
    const { requiredMinutes: _, ...unsaid } = flexible;
    expect(flexibleTime(day(DAY), unsaid, [])).toEqual({ ...none, shiftMinutes: 0 });
  });
  test('the last moment on time leaves room for the hours, across whatever is taken out', () => {
    const free = { ...flexible, core: null };
    const lastOf = (...covers: ReturnType<typeof cover>[]) => {
      const { presence } = flexibleTime(day(DAY), free, covers);
      return [presence?.startAt, presence?.endAt];
    };
    // A break from 12:00 to 13:00.
    expect(lastOf()).toEqual([at(`${DAY} 13:00`), at(`${DAY} 16:00`)]);
    const evening = cover('trip', `${DAY} 16:00`, `${DAY} 21:00`);
    expect(lastOf(evening)).toEqual([at(`${DAY} 13:00`), at(`${DAY} 10:00`)]);
    const afternoon = cover('trip', `${DAY} 14:00`, `${DAY} 19:00`);
    expect(lastOf(afternoon)).toEqual([at(`${DAY} 13:00`), at(`${DAY} 10:00`)]);
  });
  test('is shown with its core', () => {
    expect(shiftOnDay(day(DAY), flexible)).toMatchObject({
      start: '07:00',
      end: '21:00',
      requiredMinutes: 480,
      core: { start: '10:00', end: '15:00' },
    });
    expect(shiftOnDay(day(DAY), dayShift)).not.toHaveProperty('core');
  });
});

describe('two segments, 10:00–14:00 and 17:00–21:00', () => {
  const split: ShiftTemplate = {
    ...dayShift,
    _id: 'SH-SPLIT',
    start: 600,
    end: 1_260,
    flexMinutes: 0,
    breaks: [{ start: 840, end: 1_020, punched: true }],
  };
  const status = (punches: Punch[], more = {}) => statusOf(DAY, { shift: split, punches, ...more });
  const day1 = pair('10:00', '14:00');
  const day2 = pair('17:00', '21:00');

  test.each([
    ['all four', [...day1, ...day2], 'normal', []],
    ['late in the second', [...day1, ...pair('17:10', '21:00')], 'late', [{ ...late(10), segment: 2 }]],
    ['early in the first', [...pair('10:00', '13:30'), ...day2], 'early', [{ ...early(30), segment: 1 }]],
    [
      'no clock-out at noon',
      [...day1.slice(0, 1), ...day2],
      'missing',
      [{ kind: 'missing', slot: 'out', segment: 1 }],
    ],
    ['nobody in the evening', day1, 'absent', [{ kind: 'absent', days: 0.5 }]],
    ['nobody at all', [], 'absent', [{ kind: 'absent', days: 1 }]],
    [
      'very late twice',
      [...pair('11:30', '14:00'), ...pair('18:30', '21:00')],
      'absent',
      [
        { ...late(90), segment: 1 },
        { ...late(90), segment: 2 },
        { kind: 'absent', days: 1 },
      ],
    ],
  ])('%s', (_, punches, state, marks) => {
    expect(status(punches)).toMatchObject({ state, marks });
  });
  test('counts the hours of both, not the pause', () => {
    expect(status([...day1, ...day2]).workedMinutes).toBe(480);
    expect(status(day1).workedMinutes).toBe(240);
    // In at ten and out at nine in the evening says nothing about what was between.
    expect(status([day1, day2].map((each, index) => each[index] as Punch)).workedMinutes).toBe(0);
  });
  test('explains each segment', () => {
    expect(status([...day1, ...pair('17:10', '21:00')]).reasons.slice(2)).toEqual([
      { code: 'SEGMENT', data: { number: 1, start: '10:00', end: '14:00' } },
      { code: 'IN', data: { at: '10:00' } },
      { code: 'OUT', data: { at: '14:00' } },
      { code: 'ON_TIME', data: {} },
      { code: 'SEGMENT', data: { number: 2, start: '17:00', end: '21:00' } },
      { code: 'IN', data: { at: '17:10' } },
      { code: 'LATE', data: { at: '17:10', start: '17:00', flex: 0, minutes: 10 } },
      { code: 'OUT', data: { at: '21:00' } },
      { code: 'WORKED', data: { minutes: 470 } },
    ]);
  });
  test.each([
    ['before it', '09:00', [], 'upcoming'],
    ['in the first', '11:00', day1.slice(0, 1), 'ongoing'],
    ['in the pause', '15:00', day1, 'ongoing'],
    ['in the second', '18:00', [...day1, ...day2.slice(0, 1)], 'ongoing'],
    ['after both', '21:00', [...day1, ...day2], 'normal'],
    ['the clock-out of noon is missed for good', '15:30', day1.slice(0, 1), 'missing'],
  ])('%s', (_, time, punches, state) => {
    expect(status(punches, { time: `${DAY} ${time}` }).state).toBe(state);
  });
  test('leave of one segment leaves the other', () => {
    const leave = { ...cover('leave', `${DAY} 10:00`, `${DAY} 14:00`), leaveMinutes: 240 };
    expect(status(day2, { covers: [leave] })).toMatchObject({
      state: 'leave',
      marks: [{ kind: 'leave', days: 0.5 }],
    });
    expect(status([], { covers: [leave] }).marks).toContainEqual({ kind: 'absent', days: 0.5 });
    const trip = cover('trip', `${DAY} 10:00`, `${DAY} 14:00`);
    expect(status([], { covers: [trip] }).marks).toContainEqual({ kind: 'absent', days: 0.5 });
  });
  test('a punch that waited on the phone belongs to the segment of its tap', () => {
    const waited = punched('out', `${DAY} 16:00`, {
      tappedAt: at(`${DAY} 14:00`),
      flags: ['late-arrival'],
    });
    expect(status([...day1.slice(0, 1), waited, ...day2])).toMatchObject({
      state: 'normal',
      marks: [{ kind: 'late-arrival', slot: 'out' }],
    });
  });

  test.each([
    ['the first', [], '09:00', 'in', false],
    ['then out', day1.slice(0, 1), '13:00', 'out', false],
    ['again', day1, '14:30', 'out', true],
    ['from the middle of the pause on, in', day1, '15:30', 'in', false],
    ['also if the clock-out was forgotten', day1.slice(0, 1), '16:50', 'in', false],
    ['then out again', [...day1, ...day2.slice(0, 1)], '18:00', 'out', false],
    ['and again', [...day1, ...day2], '21:30', 'out', true],
    ['late in the evening without one', day1, '21:00', 'out', false],
  ])('%s', (_, punches, time, slot, update) => {
    expect(nextSlotOnDay(day(DAY), split, punches, at(`${DAY} ${time}`))).toEqual({ slot, update });
  });
  test('on a day off it is in and out as ever', () => {
    expect(nextSlotOnDay(day(DAY), null, day1, at(`${DAY} 18:00`))).toEqual({ slot: 'out', update: true });
  });
  test('shows every punch of a day in order, and the segments', () => {
    const schedule = scheduleOf(
      {
        hiredOn: day('2026-01-05'),
        leftOn: null,
        assignments: [{ from: day('2026-01-05'), shiftId: 'SH-SPLIT', siteIds: [], fieldPolicy: 'free' }],
      },
      new Map([['SH-SPLIT', split]]),
      [],
    );
    const stored = { _id: 'x', employeeId: 'E1', day: day(DAY), rev: 1, shift: split, covers: [] };
    const report = dayReport(
      day(DAY),
      schedule,
      { ...stored, punches: [...day1, ...day2] },
      at('2026-12-01 00:00'),
    );
    expect(report.punches.map(({ slot, at: time }) => [slot, time])).toEqual(
      [...day1, ...day2].map(({ slot, at: time }) => [slot, time]),
    );
    expect(report.shift?.segments).toMatchObject([
      { start: '10:00', end: '14:00' },
      { start: '17:00', end: '21:00' },
    ]);
  });
});

test('segments across midnight keep to their day', () => {
  const split = { ...nightShift, breaks: [{ start: 1_500, end: 1_620, punched: true }] };
  const punches = [
    punched('in', `${DAY} 22:00`),
    punched('out', '2026-11-24 01:00'),
    punched('in', '2026-11-24 03:05'),
    punched('out', '2026-11-24 06:00'),
  ];
  const status = statusOf(DAY, { shift: split, punches });
  expect(status).toMatchObject({ state: 'late', marks: [{ kind: 'late', minutes: 5, segment: 2 }] });
  expect(status.reasons).toContainEqual({
    code: 'SEGMENT',
    data: { number: 2, start: '03:00+1', end: '06:00+1' },
  });
  expect(status.workedMinutes).toBe(180 + 175);
});

describe('a roster', () => {
  const kind = { kind: 'holiday' as const, name: words('National Day') };
  test('makes a holiday a day to come, which stays a holiday', () => {
    const status = statusOf('2026-10-01', { kind, roster: 'work' });
    expect(status).toMatchObject({ kind: 'holiday', state: 'absent', rule: { id: 'SH-DAY' } });
    expect(codes(status).slice(0, 3)).toEqual(['HOLIDAY', 'ROSTER_WORK', 'SHIFT']);
  });
  test('gives a day off', () => {
    const rest = { kind: 'restday' as const, name: null };
    const status = statusOf(DAY, { kind: rest, roster: 'off' });
    expect(status).toMatchObject({ state: 'rest', marks: [] });
    expect(codes(status)).toEqual(['RESTDAY', 'ROSTER_OFF']);
  });
});

test('of segments of three and five hours, a trip over the short one leaves five eighths of a day to be absent from', () => {
  const breaks = [{ start: 720, end: 780, punched: true }];
  const unequal: ShiftTemplate = { ...dayShift, _id: 'SH-UNEQUAL', breaks, flexMinutes: 0 };
  const trip = cover('trip', `${DAY} 09:00`, `${DAY} 12:00`);
  expect(statusOf(DAY, { shift: unequal, covers: [trip] }).marks).toContainEqual({
    kind: 'absent',
    days: 0.625,
  });
});
