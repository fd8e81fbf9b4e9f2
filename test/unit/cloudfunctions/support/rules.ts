import type { Day, Instant, LocalText } from '#contracts/common';
import type { PunchInput } from '#contracts/punch';
import type { Cover } from '../../../../cloudfunctions/attendance/domain/attendance-day';
import { type DayQuestion, dayStatus } from '../../../../cloudfunctions/attendance/domain/day-status';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { closesAt } from '../../../../cloudfunctions/schedule/domain/attendance-day-of';
import type { ShiftTemplate } from '../../../../cloudfunctions/schedule/domain/shift';
import { kindOfDay } from '../../../../cloudfunctions/shared/calendar/day-kind';
import { DAY_SHIFT, NIGHT_SHIFT, OFFICE } from './company';

export const dayShift: ShiftTemplate = DAY_SHIFT;
export const nightShift: ShiftTemplate = NIGHT_SHIFT;
export const words = (text: string): LocalText => ({ 'zh-CN': text, en: text });

/** The site of the day shift, as rules see it. */
export const HQ = { id: 'S1', name: words('HQ'), ...OFFICE, radius: 300, tolerance: 50 };

/** Shanghai time, `YYYY-MM-DD HH:mm[:ss]`, as an instant. */
export const at = (time: string): Instant =>
  Date.parse(`${time.replace(' ', 'T')}${time.length === 16 ? ':00' : ''}+08:00`) as Instant;
export const day = (text: string): Day => text as Day;

/** A punch at the office. */
export function punched(slot: 'in' | 'out', time: string, more: Partial<Punch> = {}): Punch {
  return {
    key: `key-of-${slot}-at-${time}`,
    slot,
    at: at(time),
    tappedAt: at(time),
    mode: 'gps',
    latitude: 31,
    longitude: 121,
    accuracy: 20,
    site: { id: 'S1', name: words('HQ') },
    distance: 10,
    placeName: null,
    note: null,
    photo: null,
    flags: [],
    ...more,
  };
}

export const cover = (kind: Cover['kind'], from: string, to: string): Cover => ({
  kind,
  name: words(kind === 'leave' ? 'Annual leave' : 'Trip'),
  from: at(from),
  to: at(to),
});

/** The status of a day, long after it unless `now` says otherwise. */
export function statusOf(on: string, more: Partial<DayQuestion> & { time?: string } = {}) {
  const { time, ...rest } = more;
  const shift = rest.shift === undefined ? dayShift : rest.shift;
  return dayStatus({
    day: day(on),
    employed: true,
    kind: kindOfDay(day(on), shift?.workdays ?? [1, 2, 3, 4, 5], []),
    shift,
    punches: [],
    covers: [],
    now: time ? at(time) : at('2027-12-31 00:00'),
    closesAt: closesAt(day(on), () => shift),
    ...rest,
  });
}

export const codes = (status: { reasons: readonly { code: string }[] }) =>
  status.reasons.map(({ code }) => code);

export function input(time: string, more: Partial<PunchInput> = {}): PunchInput {
  return {
    punchKey: 'key-0000000000000001',
    tappedAt: at(time),
    mode: 'gps',
    location: { latitude: 31.239703, longitude: 121.499718, accuracy: 20 },
    ...more,
  };
}
