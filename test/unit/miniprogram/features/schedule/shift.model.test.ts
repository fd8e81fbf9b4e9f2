import fc from 'fast-check';
import type { Shift } from '#contracts/shift';
import { checkShift } from '../../../../../cloudfunctions/schedule/domain/check-shift';
import {
  changedBreak,
  draftOf,
  fieldOf,
  MAX_BREAKS,
  newDraft,
  ofKind,
  shiftFrom,
  toggledWorkday,
  withBreak,
  withoutBreak,
} from '../../../../../miniprogram/features/schedule/shift.model';
import { DAY_SHIFT } from './support';

const stripped = ({ version: _, ...rest }: Shift) => rest;

/** Shifts that the server takes, also across midnight and a whole day long. */
const shifts = fc
  .record({
    start: fc.integer({ min: 0, max: 1_439 }),
    length: fc.integer({ min: 30, max: 1_440 }),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 1_439 }), { maxLength: 8 }),
    punched: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    isFlexible: fc.boolean(),
    hasCore: fc.boolean(),
    workdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    flexMinutes: fc.integer({ min: 0, max: 720 }),
  })
  .map(
    ({
      start,
      length,
      cuts,
      punched,
      isFlexible,
      hasCore,
      workdays,
      flexMinutes,
    }): Omit<Shift, 'version'> => {
      const end = start + length;
      const inside = [...cuts].filter((cut) => cut < length).sort((a, b) => a - b);
      const pairs = Array.from({ length: Math.floor(inside.length / 2) }, (_, at) => ({
        start: start + (inside[2 * at] ?? 0),
        end: start + (inside[2 * at + 1] ?? 0),
        ...(punched[at] && !isFlexible ? { punched: true } : {}),
      }));
      return {
        ...stripped(DAY_SHIFT),
        kind: isFlexible ? 'flexible' : 'fixed',
        start,
        end,
        flexMinutes: isFlexible ? 0 : flexMinutes,
        requiredMinutes: isFlexible ? 1 : null,
        core: isFlexible && hasCore ? { start, end } : null,
        workdays,
        breaks: pairs,
      };
    },
  );

test('a shift that is opened and saved untouched is the same shift', () => {
  fc.assert(
    fc.property(shifts, (shift) => {
      expect(shiftFrom(draftOf(shift))).toEqual(shift);
    }),
  );
});

test('the shift that a new one begins with is one that the server takes', () => {
  const named = { ...newDraft('SH-1'), zh: '早班', en: 'Early', sourceZh: '手册', sourceEn: 'Handbook' };
  for (const kind of ['fixed', 'flexible'] as const)
    expect(() => checkShift(shiftFrom(ofKind(named, kind)))).not.toThrow();
  expect(ofKind(ofKind(named, 'flexible'), 'fixed')).toEqual(named);
  expect(ofKind({ ...named, start: '10:00' }, 'flexible')).toMatchObject({ start: '10:00', end: '18:00' });
});

test('a shift without English texts is saved with the Chinese ones, and opened without', () => {
  const draft = { ...newDraft('SH-1'), zh: '早班', en: ' ', sourceZh: '手册', sourceEn: '' };
  const saved = shiftFrom(draft);
  expect(saved).toMatchObject({ name: { 'zh-CN': '早班', en: '早班' }, source: { en: '手册' } });
  expect(draftOf(saved)).toMatchObject({ en: '', sourceEn: '' });
});

test('what is earlier on the clock than the start is on the next day', () => {
  const night = shiftFrom({
    ...newDraft('SH-N'),
    start: '22:00',
    end: '06:00',
    breaks: [
      { start: '23:30', end: '00:15', punched: false },
      { start: '02:00', end: '02:30', punched: true },
    ],
  });
  expect(night).toMatchObject({ start: 1_320, end: 1_800 });
  expect(night.breaks).toEqual([
    { start: 1_410, end: 1_455 },
    { start: 1_560, end: 1_590, punched: true },
  ]);
  expect(shiftFrom({ ...newDraft('X'), start: '08:00', end: '08:00' })).toMatchObject({
    start: 480,
    end: 1_920,
  });
});

test('a kind takes only what it knows', () => {
  const draft = {
    ...newDraft('X'),
    flexMinutes: '15',
    breaks: [{ start: '12:00', end: '13:00', punched: true }],
  };
  expect(shiftFrom({ ...draft, kind: 'flexible' })).toMatchObject({
    flexMinutes: 0,
    requiredMinutes: 480,
    core: { start: 600, end: 900 },
    breaks: [{ start: 720, end: 780 }],
  });
  expect(shiftFrom({ ...draft, kind: 'flexible', hasCore: false }).core).toBeNull();
  expect(shiftFrom(draft)).toMatchObject({ flexMinutes: 15, requiredMinutes: null, core: null });
});

test.each(['', ' ', '1.5', '-3', 'ten'])(
  'the number %j goes to the server as one that it refuses',
  (typed) => {
    expect(shiftFrom({ ...newDraft('X'), lateAbsentAfter: typed }).lateAbsentAfter).toBe(-1);
  },
);

test('breaks come and go', () => {
  let draft = withBreak(newDraft('X'));
  expect(draft.breaks[1]).toEqual({ start: '14:00', end: '14:30', punched: false });
  draft = changedBreak(draft, 1, { punched: true });
  expect(withoutBreak(draft, 0).breaks).toEqual([{ start: '14:00', end: '14:30', punched: true }]);
  for (let times = 0; times < 9; times += 1) draft = withBreak(draft);
  expect(draft.breaks).toHaveLength(MAX_BREAKS);
});

test('weekdays stay in order', () => {
  const draft = toggledWorkday(newDraft('X'), 7);
  expect(draft.workdays).toEqual([1, 2, 3, 4, 5, 7]);
  expect(toggledWorkday(toggledWorkday(draft, 1), 1).workdays).toEqual([1, 2, 3, 4, 5, 7]);
});

test.each([
  ['shift.end', 'end'],
  ['shift.name.zh-CN', 'zh'],
  ['shift.name.en', 'en'],
  ['shift.source.en', 'sourceEn'],
  ['shift.breaks.2', 'break-2'],
  ['shift.breaks.0.start', 'break-0'],
  ['shift.breaks', 'breaks'],
  ['shift.core.end', 'core'],
  ['expectedVersion', ''],
])('the server’s %s is the form’s %s', (path, field) => {
  expect(fieldOf(path)).toBe(field);
});
