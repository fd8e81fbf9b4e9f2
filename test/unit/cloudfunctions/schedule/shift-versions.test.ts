import { planShift } from '../../../../cloudfunctions/schedule/domain/plan-shift';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import {
  type DatedShift,
  shiftChange,
  versionOn,
  versionsOf,
} from '../../../../cloudfunctions/schedule/domain/shift-versions';
import { shiftOf } from '../../../../cloudfunctions/schedule/domain/shift-view';
import { addDays } from '../../../../cloudfunctions/shared/calendar/company-time';
import { day, dayShift, words } from '../support/rules';

const TODAY = day('2026-11-23');
const shift = ({ version: _, ...rest } = shiftOf(dayShift)) => rest;
/** The shift with its hours from a day on. */
const saved = (
  before: DatedShift,
  hours: Partial<ReturnType<typeof shift>>,
  from: string,
  replaces?: string,
) =>
  planShift(
    before,
    {
      shift: { ...shift(), ...hours },
      expectedVersion: before.version,
      from: day(from),
      ...(replaces && { replaces: day(replaces) }),
    },
    TODAY,
  );
const early = { start: 510, end: 1_050 };
const late = { start: 600, end: 1_140 };
const startOn = (after: DatedShift, on: string) => versionOn(after, day(on)).start;

test('the days before a change keep what held on them, whenever they are looked at', () => {
  const { after } = saved(dayShift, early, '2026-12-01');
  expect(['2020-01-01', '2026-11-30', '2026-12-01', '2027-06-01'].map((on) => startOn(after, on))).toEqual([
    540, 540, 510, 510,
  ]);
});

test('summer and winter hours are planned one after the other', () => {
  const summer = saved(dayShift, early, '2027-05-01').after;
  const winter = saved(summer, {}, '2027-10-01').after;
  expect(['2027-04-30', '2027-05-01', '2027-09-30', '2027-10-01'].map((on) => startOn(winter, on))).toEqual([
    540, 510, 510, 540,
  ]);
});

test('twelve changes can be planned; one more is refused, and what the past was worked by stays', () => {
  let planned: DatedShift = dayShift;
  for (let at = 1; at <= 12; at += 1)
    planned = saved(
      planned,
      { start: 540 + at, end: 1_080 + at },
      `2026-12-${String(at).padStart(2, '0')}`,
    ).after;
  expect(() => saved(planned, late, '2026-12-13')).toThrow(
    expect.objectContaining({ code: 'INPUT_INVALID', data: { path: 'from', rule: 'too-many' } }),
  );
  const other = saved(planned, late, '2026-12-12').after;
  expect(['2026-11-20', '2026-12-11', '2026-12-12'].map((on) => startOn(other, on))).toEqual([540, 551, 600]);
});

test('a shift that changed every day for half a year still knows how its first days were worked', () => {
  let changed: DatedShift = dayShift;
  for (let at = 1; at < 200; at += 1) {
    const from = addDays(TODAY, at);
    changed = planShift(
      changed,
      { shift: { ...shift(), start: 540 + (at % 2), end: 1_080 }, expectedVersion: changed.version, from },
      from,
    ).after;
  }
  expect(startOn(changed, '2026-11-22')).toBe(540);
  expect(versionsOf(changed)).toHaveLength(200);
  expect(() =>
    planShift(
      changed,
      { shift: { ...shift(), start: 600 }, expectedVersion: changed.version },
      addDays(TODAY, 300),
    ),
  ).toThrow(expect.objectContaining({ data: { path: 'from', rule: 'too-many' } }));
});

test('a change from today on leaves what is planned for later', () => {
  const planned = saved(dayShift, early, '2026-12-01').after;
  const { after } = saved(planned, late, '2026-11-23');
  expect(['2026-11-22', '2026-11-23', '2026-12-01'].map((on) => startOn(after, on))).toEqual([540, 600, 510]);
});

test('a planned change moves to another day, and can be taken back', () => {
  const planned = saved(dayShift, early, '2026-12-01').after;
  const moved = saved(planned, early, '2026-12-08', '2026-12-01');
  expect(['2026-12-01', '2026-12-08'].map((on) => startOn(moved.after, on))).toEqual([540, 510]);
  expect(moved.change).toEqual({ what: ['from'], values: { from: ['2026-12-01', '2026-12-08'] } });
  const back = saved(moved.after, {}, '2026-12-08', '2026-12-08');
  expect(versionsOf(back.after)).toHaveLength(1);
  expect(back.after).not.toHaveProperty('earlier');
  expect(back.change.what).toEqual(['end', 'start', 'from']);
});

test('another name is the name of all days and makes no version', () => {
  const planned = saved(dayShift, early, '2026-12-01').after;
  const { after, scope } = saved(planned, { name: words('Office') }, '2026-11-23');
  expect(versionsOf(after).map(({ from, template }) => [from, template.name.en])).toEqual([
    ['2026-12-01', 'Office'],
    [null, 'Office'],
  ]);
  expect(scope).toBeNull();
});

test.each([
  ['past', '2026-11-22', undefined],
  ['too-far', '2027-12-01', undefined],
  ['planned', '2026-12-01', '2026-12-02'],
])('a day is refused as %s', (rule, from, replaces) => {
  expect(() => saved(dayShift, early, from, replaces)).toThrow(
    expect.objectContaining({ code: 'INPUT_INVALID', data: expect.objectContaining({ rule }) }),
  );
});

test('a new shift has no day from which it holds', () => {
  const input = { shift: shift(), expectedVersion: 0, from: TODAY };
  expect(() => planShift(null, input, TODAY)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
});

test('the same save again changes nothing, also when it moved a planned change', () => {
  const planned = saved(dayShift, early, '2026-12-01').after;
  const input = {
    shift: { ...shift(), ...early },
    expectedVersion: planned.version,
    from: day('2026-12-08'),
    replaces: day('2026-12-01'),
  };
  const first = planShift(planned, input, TODAY);
  expect(planShift(first.after, input, TODAY)).toMatchObject({ change: { what: [] }, scope: null });
});

test('requests are counted again on the days that change, and on no others', () => {
  const planned = saved(dayShift, early, '2026-12-01').after;
  expect(shiftChange(dayShift, planned, TODAY)).toMatchObject({ from: '2026-12-01', to: null });
  const until = saved(planned, late, '2026-11-25').after;
  expect(shiftChange(planned, until, TODAY)).toMatchObject({ from: '2026-11-25', to: '2026-11-30' });
});

test('a schedule asks for the version of each day', () => {
  const { after } = saved(dayShift, { ...early, workdays: [1, 2, 3, 4, 5, 6] }, '2026-12-01');
  const assignments = [
    { from: day('2026-01-01'), shiftId: dayShift._id, siteIds: [], fieldPolicy: 'free' as const },
  ];
  const person = { hiredOn: day('2026-01-01'), leftOn: null, assignments };
  const schedule = scheduleOf(person, new Map([[dayShift._id, after]]), []);
  expect(schedule.workOn(day('2026-11-28'))).toBeNull();
  expect(schedule.workOn(day('2026-12-05'))).toMatchObject({ start: 510 });
  expect(schedule.workOn(day('2026-12-05'))).not.toHaveProperty('earlier');
  expect(schedule.shiftOn(day('2026-11-30'))).toMatchObject({ start: 540 });
});
