import type { CalendarDay } from '#contracts/calendar';
import type { ChangeEntry } from '#contracts/change';
import type { Day, Instant, Month } from '#contracts/common';
import type { RosterRow } from '#contracts/roster';
import type { Shift } from '#contracts/shift';
import type { Sheet } from '../../../../../miniprogram/features/schedule/roster.model';
import { daysOf } from '../../../../../miniprogram/features/schedule/roster.model';
import { WORKWEEK } from '../../../cloudfunctions/support/company';

export const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
export const NOVEMBER = '2026-11' as Month;
export const day = (date: number, month: Month = NOVEMBER): Day =>
  `${month}-${String(date).padStart(2, '0')}` as Day;

export const SHIFTS = [
  { id: 'SH-DAY', name: both('白班', 'Day shift'), kind: 'fixed', start: 540, end: 1_080 },
  { id: 'SH-NIGHT', name: both('夜班', 'Night shift'), kind: 'fixed', start: 1_320, end: 1_800 },
] as const;

export const DAY_SHIFT: Shift = {
  id: 'SH-DAY',
  version: 3,
  kind: 'fixed',
  name: both('白班', 'Day shift'),
  start: 540,
  end: 1_080,
  flexMinutes: 10,
  requiredMinutes: null,
  core: null,
  ...WORKWEEK,
  breaks: [{ start: 720, end: 780 }],
  source: both('员工手册', 'Staff handbook'),
};

export const change = (version: number, what: readonly string[], byName = '王人事'): ChangeEntry => ({
  at: Date.parse('2026-11-23T01:05:00Z') as Instant,
  byName,
  byNameEn: 'Wang',
  version,
  what,
});

export const row = (employeeId: string, more: Partial<RosterRow> = {}): RosterRow => ({
  employeeId,
  name: `员工${employeeId}`,
  nameEn: `Person ${employeeId}`,
  rev: 0,
  days: {},
  usual: daysOf(NOVEMBER).map((each) => (Number(each.slice(8)) % 7 < 2 ? 'off' : 'SH-DAY')),
  history: [],
  ...more,
});

export const sheet = (rows: readonly RosterRow[], more: Partial<Sheet> = {}): Sheet => ({
  days: daysOf(NOVEMBER).map((each): CalendarDay => ({ day: each, kind: 'workday', name: null })),
  rows,
  shifts: SHIFTS,
  next: null,
  ...more,
});
