import type { Day } from '#contracts/common';
import type { Slot } from '#contracts/punch';
import type { AccountSpan } from '../../../../cloudfunctions/accounts/domain/account';
import type { AttendanceDay } from '../../../../cloudfunctions/attendance/domain/attendance-day';
import {
  closesOn,
  type DayContext,
  dayAt,
  latestCloseOn,
} from '../../../../cloudfunctions/attendance/domain/day-at';
import { dayReport } from '../../../../cloudfunctions/attendance/domain/day-report';
import { nextSlotOnDay } from '../../../../cloudfunctions/attendance/domain/next-slot';
import { slotDay } from '../../../../cloudfunctions/attendance/domain/slot-day';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import type { ShiftTemplate } from '../../../../cloudfunctions/schedule/domain/shift';
import type { DatedShift } from '../../../../cloudfunctions/schedule/domain/shift-versions';
import { dayOf } from '../../../../cloudfunctions/shared/calendar/company-time';
import { person } from '../support/requests';
import { at, day, dayShift, nightShift, punched, words } from '../support/rules';

const lateShift: ShiftTemplate = { ...dayShift, _id: 'SH-LATE', start: 840, end: 1_380, breaks: [] };
const earlyShift: ShiftTemplate = { ...dayShift, _id: 'SH-EARLY', start: 420, end: 960, breaks: [] };
const splitShift: ShiftTemplate = {
  ...dayShift,
  _id: 'SH-SPLIT',
  breaks: [{ start: 720, end: 840, punched: true }],
};
const flexibleShift: ShiftTemplate = {
  ...dayShift,
  _id: 'SH-FLEX',
  kind: 'flexible',
  start: 420,
  end: 1_260,
  requiredMinutes: 480,
  core: null,
  flexMinutes: 0,
  breaks: [],
};
const shifts = [dayShift, nightShift, lateShift, earlyShift, splitShift, flexibleShift];

interface Given {
  readonly shift?: ShiftTemplate;
  readonly roster?: Readonly<Record<string, string>>;
  readonly spans?: readonly AccountSpan[];
  readonly punches?: Readonly<Record<string, readonly (readonly [Slot, string])[]>>;
  readonly latestEnd?: number;
}

function contextOf({ shift = dayShift, roster = {}, spans = [], punches = {}, latestEnd = 660 }: Given) {
  const stored = Object.entries(punches).map(([on, list]): [Day, AttendanceDay] => [
    day(on),
    {
      _id: `E0001:${on}`,
      employeeId: 'E0001',
      day: day(on),
      rev: 1,
      shift: null,
      punches: list.map(([slot, time]) => punched(slot, time)),
      covers: [],
    },
  ]);
  const schedule = scheduleOf(
    person({ shiftId: shift._id }),
    new Map([...shifts, shift].map((each) => [each._id, each])),
    [],
    new Map(Object.entries(roster) as [Day, string][]),
  );
  return { schedule, spans, stored: new Map(stored), latestEnd } satisfies DayContext;
}

const span = (kind: AccountSpan['kind'], from: string, to: string, more: Partial<AccountSpan> = {}) => ({
  requestId: `${kind}-${from}`,
  kind,
  state: 'approved' as const,
  name: words(kind),
  day: dayOf(at(from)),
  from: at(from),
  to: at(to),
  minutes: 240,
  ...more,
});

/** What a tap now would be: its day and slot. */
function tap(time: string, given: Given = {}) {
  const context = contextOf(given);
  const on = dayAt(at(time), context);
  const { work, effective, covers } = slotDay(
    on,
    context.schedule,
    context.stored.get(on) ?? null,
    context.spans,
  );
  return [on, nextSlotOnDay(on, work, effective, at(time), covers).slot];
}

const statusOn = (on: string, time: string, given: Given) => {
  const context = contextOf(given);
  const stored = context.stored.get(day(on)) ?? null;
  return dayReport(day(on), context.schedule, stored, at(time), context.spans, context.latestEnd);
};

/** Monday 2026-11-23 and Tuesday 2026-11-24; Saturday is 2026-11-28. */
const CAME = { '2026-11-23': [['in', '2026-11-23 08:55']] } as const;
const LEFT = {
  '2026-11-23': [
    ['in', '2026-11-23 08:55'],
    ['out', '2026-11-23 18:05'],
  ],
} as const;
const NIGHT_OVERTIME = [
  span('overtime', '2026-11-23 18:00', '2026-11-24 00:00'),
  span('overtime', '2026-11-24 00:00', '2026-11-24 02:00'),
];

describe('somebody who works past midnight', () => {
  test.each([
    ['clocks out at 02:00 of the day they came on', '2026-11-24 02:00', CAME, '2026-11-23', 'out'],
    ['clocks out at 04:59', '2026-11-24 04:59', CAME, '2026-11-23', 'out'],
    ['clocks in on the next day from 05:00 on', '2026-11-24 05:00', CAME, '2026-11-24', 'in'],
    ['comes late on the next day', '2026-11-24 10:30', CAME, '2026-11-24', 'in'],
    ['is on the next day at 02:00 if they had left', '2026-11-24 02:00', LEFT, '2026-11-24', 'in'],
    ['is on the next day at 02:00 if they had not come', '2026-11-24 02:00', {}, '2026-11-24', 'in'],
  ])('%s', (_, time, punches, on, slot) => {
    expect(tap(time, { punches })).toEqual([on, slot]);
  });
  test('taps again ten minutes later: the same clock-out, updated', () => {
    const punches = { '2026-11-23': [...CAME['2026-11-23'], ['out', '2026-11-24 02:00']] } as const;
    expect(tap('2026-11-24 02:10', { punches })).toEqual(['2026-11-23', 'out']);
  });
  test('is complete on the first day, and an hour late on the next at 10:30, after thirty flexible minutes', () => {
    const punches = {
      '2026-11-23': [...CAME['2026-11-23'], ['out', '2026-11-24 02:00']],
      '2026-11-24': [['in', '2026-11-24 10:30']],
    } as const;
    expect(statusOn('2026-11-23', '2026-11-24 12:00', { punches })).toMatchObject({
      state: 'normal',
      workedMinutes: 965,
    });
    expect(statusOn('2026-11-24', '2026-11-24 12:00', { punches }).marks).toContainEqual({
      kind: 'late',
      minutes: 60,
    });
  });
  test('is not missing a clock-out while the day may be continued', () => {
    expect(statusOn('2026-11-23', '2026-11-24 03:00', { punches: CAME }).state).toBe('ongoing');
    expect(statusOn('2026-11-23', '2026-11-24 05:00', { punches: CAME }).marks).toContainEqual({
      kind: 'missing',
      slot: 'out',
    });
  });
  test('is on the next day at once where the company ends the day at the border', () => {
    expect(tap('2026-11-24 02:00', { punches: CAME, latestEnd: 0 })).toEqual(['2026-11-24', 'in']);
  });
});

describe('approved overtime 18:00–02:00', () => {
  test.each([
    ['clocked out at 18:05, taps at 02:03', '2026-11-24 02:03', LEFT, '2026-11-23', 'out'],
    ['forgot the clock-in, taps at 02:03', '2026-11-24 02:03', {}, '2026-11-23', 'out'],
    ['comes at 08:50', '2026-11-24 08:50', LEFT, '2026-11-24', 'in'],
  ])('%s', (_, time, punches, on, slot) => {
    expect(tap(time, { punches, spans: NIGHT_OVERTIME })).toEqual([on, slot]);
  });
  test('that is not decided yet does not move the border', () => {
    const spans = NIGHT_OVERTIME.map((each) => ({ ...each, state: 'open' as const }));
    expect(tap('2026-11-24 02:03', { punches: LEFT, spans })).toEqual(['2026-11-24', 'in']);
  });
  test('from a Saturday evening into Sunday belongs to Saturday', () => {
    const spans = [span('overtime', '2026-11-28 22:00', '2026-11-29 03:00')];
    expect(tap('2026-11-28 21:58', { spans })).toEqual(['2026-11-28', 'in']);
    const punches = { '2026-11-28': [['in', '2026-11-28 21:58']] } as const;
    expect(tap('2026-11-29 03:02', { spans, punches })).toEqual(['2026-11-28', 'out']);
  });
});

describe('a forgotten clock-out does not take the next arrival', () => {
  const openOn = (time: string) => ({ '2026-11-23': [['in', time]] as const });
  const two = (a: ShiftTemplate, b: ShiftTemplate) => ({ '2026-11-23': a._id, '2026-11-24': b._id });
  test.each([
    ['late shift, then early shift', two(lateShift, earlyShift), '2026-11-23 14:00', '2026-11-24 06:45'],
    ['night shift, then day shift', two(nightShift, dayShift), '2026-11-23 22:00', '2026-11-24 08:50'],
    ['night shift, then night shift', two(nightShift, nightShift), '2026-11-23 22:00', '2026-11-24 21:50'],
  ])('%s', (_, roster, came, arrives) => {
    expect(tap(arrives, { roster, punches: openOn(came) })).toEqual(['2026-11-24', 'in']);
  });
  test('but a night worker who is free afterwards may leave at 14:30', () => {
    const given = {
      roster: { '2026-11-23': 'SH-NIGHT', '2026-11-24': 'off' },
      punches: openOn('2026-11-23 22:00'),
    };
    expect(tap('2026-11-24 14:30', given)).toEqual(['2026-11-23', 'out']);
  });
  test('morning leave on the next day lets the late shift go on longer', () => {
    const given = { roster: two(lateShift, earlyShift), punches: openOn('2026-11-23 14:00') };
    const leave = span('leave', '2026-11-24 07:00', '2026-11-24 11:30');
    expect(tap('2026-11-24 04:30', given)).toEqual(['2026-11-24', 'in']);
    expect(tap('2026-11-24 04:30', { ...given, spans: [leave] })).toEqual(['2026-11-23', 'out']);
  });
  test('a flexible shift from 07:00 to 21:00 goes on until 04:00', () => {
    const given = { shift: flexibleShift, punches: openOn('2026-11-23 09:00') };
    expect(tap('2026-11-24 03:59', given)).toEqual(['2026-11-23', 'out']);
    expect(tap('2026-11-24 04:00', given)).toEqual(['2026-11-24', 'in']);
  });
});

describe('one tap beside leave', () => {
  const afternoon = span('leave', '2026-11-23 13:00', '2026-11-23 18:00');
  const laterAfternoon = span('leave', '2026-11-23 12:30', '2026-11-23 18:00');
  const morning = span('leave', '2026-11-23 09:00', '2026-11-23 12:00');
  test.each([
    ['after the morning worked before afternoon leave', dayShift, [afternoon], '12:05', 'out'],
    ['during that morning', dayShift, [afternoon], '11:59', 'in'],
    ['before the afternoon worked after morning leave', dayShift, [morning], '12:30', 'in'],
    ['on a day on leave', dayShift, [morning, afternoon], '17:59', 'in'],
    ['after the morning of a shift with two parts', splitShift, [laterAfternoon], '12:05', 'out'],
    ['late after that morning', splitShift, [laterAfternoon], '13:30', 'out'],
    ['after a trip for the afternoon', dayShift, [{ ...afternoon, kind: 'trip' as const }], '12:05', 'out'],
  ])('%s', (_, shift, spans, time, slot) => {
    expect(tap(`2026-11-23 ${time}`, { shift, spans })).toEqual(['2026-11-23', slot]);
  });
  test('12:05 alone misses the clock-in and is neither late nor absent', () => {
    const punches = { '2026-11-23': [['out', '2026-11-23 12:05']] } as const;
    const { marks } = statusOn('2026-11-23', '2026-11-25 09:00', { spans: [afternoon], punches });
    expect(marks).toContainEqual({ kind: 'missing', slot: 'in' });
    expect(marks.some(({ kind }) => kind === 'late' || kind === 'absent')).toBe(false);
  });
});

describe('back early from leave', () => {
  // Approved from Thursday on; back at noon of Monday.
  const untilNoon = span('leave', '2026-11-19 09:00', '2026-11-23 12:00');
  test('at noon: the afternoon is worked, and is half a day absent where nobody came', () => {
    const came = {
      '2026-11-23': [
        ['in', '2026-11-23 12:55'],
        ['out', '2026-11-23 18:02'],
      ],
    } as const;
    const worked = statusOn('2026-11-23', '2026-11-25 09:00', { spans: [untilNoon], punches: came });
    expect(worked.marks.filter(({ kind }) => kind !== 'leave')).toEqual([]);
    const away = statusOn('2026-11-23', '2026-11-25 09:00', { spans: [untilNoon] });
    expect(away.marks).toContainEqual({ kind: 'absent', days: 0.5 });
  });
  test('at 02:00 of a night shift: who comes at 03:30 is late from the end of the break at 02:30 on, not from ten', () => {
    const given = {
      shift: nightShift,
      spans: [span('leave', '2026-11-23 22:00', '2026-11-24 02:00')],
      punches: {
        '2026-11-23': [
          ['in', '2026-11-24 03:30'],
          ['out', '2026-11-24 06:01'],
        ],
      },
    } as const;
    expect(tap('2026-11-24 03:30', { ...given, punches: {} })).toEqual(['2026-11-23', 'in']);
    const { marks } = statusOn('2026-11-23', '2026-11-25 09:00', given);
    expect(marks).toContainEqual({ kind: 'late', minutes: 60 });
  });
});

describe('a shift that changes on Tuesday', () => {
  const from = day('2026-11-24');
  const laterDay: DatedShift = { ...dayShift, _id: 'SH-D', start: 660, from, earlier: [dayShift] };
  const laterNight: DatedShift = { ...nightShift, _id: 'SH-N', start: 1_440, from, earlier: [nightShift] };
  const lateness = (on: string, time: string) =>
    statusOn(on, '2026-11-26 09:00', {
      shift: laterDay,
      punches: { [on]: [['in', `${on} ${time}`]] },
    }).marks.filter(({ kind }) => kind === 'late');
  test('measures Monday by what held on it, and Tuesday by what holds from then on', () => {
    expect(lateness('2026-11-23', '10:00')).toEqual([{ kind: 'late', minutes: 30 }]);
    expect(lateness('2026-11-24', '10:00')).toEqual([]);
  });
  test('lets the night of Monday end as it was, and the one of Tuesday begin at midnight', () => {
    const punches = { '2026-11-23': [['in', '2026-11-23 21:55']] } as const;
    expect(tap('2026-11-24 06:05', { shift: laterNight, punches })).toEqual(['2026-11-23', 'out']);
    expect(tap('2026-11-24 23:50', { shift: laterNight })).toEqual(['2026-11-24', 'in']);
    const monday = { '2026-11-23': [['in', '2026-11-23 22:20']] } as const;
    const before = statusOn('2026-11-23', '2026-11-26 09:00', { shift: laterNight, punches: monday });
    expect(before.marks).toContainEqual({ kind: 'late', minutes: 20 });
    const late = { '2026-11-24': [['in', '2026-11-25 00:40']] } as const;
    const { marks } = statusOn('2026-11-24', '2026-11-26 09:00', { shift: laterNight, punches: late });
    expect(marks).toContainEqual({ kind: 'late', minutes: 40 });
  });
});

test('the day closes when the next one can be punched, and for good at its latest end', () => {
  const running = contextOf({ punches: CAME });
  expect(closesOn(day('2026-11-23'), running)).toBe(at('2026-11-24 05:00'));
  expect(closesOn(day('2026-11-23'), contextOf({ punches: LEFT }))).toBe(at('2026-11-24 01:30'));
  expect(latestCloseOn(day('2026-11-23'), contextOf({ punches: LEFT }))).toBe(at('2026-11-24 05:00'));
});
