import type { Day, Instant } from '#contracts/common';
import type { PunchRecord } from '#contracts/punch';
import type { Today } from '#contracts/today';
import type { TodayModel } from '../../../../miniprogram/pages/today/today.model';
import type { QueuedPunch } from '../../../../miniprogram/services/punch-queue';

export const OFFSET = 480;

/** An instant of a day in the company's time zone. */
export const at = (time: string, day = '2026-11-23'): Instant =>
  Date.parse(`${day}T${time}:00+08:00`) as Instant;

export const site = {
  id: 'shanghai',
  name: { 'zh-CN': '上海总部', en: 'Shanghai HQ' },
  latitude: 31.2304,
  longitude: 121.4737,
  radius: 200,
  tolerance: 50,
};

/** In the middle of the site, and about 1.1 km north of it. */
export const inside = { latitude: 31.2304, longitude: 121.4737, accuracy: 12 };
export const outside = { latitude: 31.2404, longitude: 121.4737, accuracy: 12 };

export const shift = {
  id: 'day',
  name: { 'zh-CN': '白班', en: 'Day shift' },
  startAt: at('09:00'),
  endAt: at('18:00'),
  start: '09:00',
  end: '18:00',
  flexMinutes: 30,
};

export const punchAt = (slot: 'in' | 'out', time: string, more: Partial<PunchRecord> = {}): PunchRecord => ({
  slot,
  at: at(time),
  tappedAt: at(time),
  mode: 'gps',
  site: { id: site.id, name: site.name },
  distance: 30,
  accuracy: 12,
  placeName: null,
  note: null,
  photo: null,
  flags: [],
  ...more,
});

export const today = (more: Partial<Today> = {}): Today => ({
  me: { employeeId: 'E0012', name: '示例员工', nameEn: 'Demo Person', roles: ['employee'] },
  now: at('08:57'),
  closesAt: at('01:30', '2026-11-24'),
  timeZone: 'Asia/Shanghai',
  utcOffset: OFFSET,
  day: '2026-11-23' as Day,
  shift,
  sites: [site],
  maxAccuracy: 200,
  fieldPolicy: 'free',
  punches: [],
  next: { slot: 'in', update: false },
  status: {
    day: '2026-11-23' as Day,
    kind: 'workday',
    kindName: null,
    state: 'ongoing',
    marks: [],
    workedMinutes: 0,
    reasons: [],
    rule: { id: 'standard', version: 1, source: { 'zh-CN': '员工手册', en: 'Handbook' } },
  },
  todos: [],
  returned: [],
  office: [],
  goals: null,
  waiting: 0,
  ...more,
});

export const model = (more: Partial<TodayModel> = {}): TodayModel => ({
  today: today(),
  freshness: 'fresh',
  failure: null,
  online: true,
  place: { state: 'fix', location: inside, at: 0 },
  queue: [],
  phase: 'idle',
  beacons: [],
  wifi: '',
  bluetooth: '',
  waiting: 0,
  seen: [],
  allTodos: false,
  booked: null,
  now: at('08:57'),
  ...more,
});

export const queued = (more: Partial<QueuedPunch> = {}): QueuedPunch => ({
  employeeId: 'E0012',
  punchKey: 'key-1',
  mode: 'gps',
  tappedAt: at('08:57'),
  location: inside,
  photo: null,
  failure: null,
  ...more,
});
