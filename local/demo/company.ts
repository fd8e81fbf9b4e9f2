import type { LocalText } from '#contracts/common';
import type { FieldPolicy } from '#contracts/site';
import type { ShiftTemplate } from '../../cloudfunctions/schedule/domain/shift';

/**
 * 示例科技, a company that does not exist. Its offices stand at well-known public places, in gcj02 as
 * Chinese maps show them: the Oriental Pearl Tower, the China World Trade Center, Shenzhen's Civic Center.
 */
export type City = 'shanghai' | 'beijing' | 'shenzhen';

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

export const SITES = [
  {
    id: 'S-SH',
    city: 'shanghai',
    name: text('上海总部', 'Shanghai HQ'),
    latitude: 31.239703,
    longitude: 121.499718,
    radius: 300,
    // Inside of a tower the location is weak.
    wifi: 'weak-fix',
    networks: [
      { bssid: '58:69:6c:21:0a:10', ssid: 'EXAMPLE-OFFICE' },
      { bssid: '58:69:6c:21:0a:14', ssid: 'EXAMPLE-OFFICE-5G' },
    ],
  },
  {
    id: 'S-SH2',
    city: 'shanghai',
    name: text('上海研发中心', 'Shanghai R&D Center'),
    latitude: 31.228833,
    longitude: 121.47519,
    radius: 200,
  },
  {
    id: 'S-BJ',
    city: 'beijing',
    name: text('北京分公司', 'Beijing Office'),
    latitude: 39.909104,
    longitude: 116.461841,
    radius: 250,
  },
  {
    id: 'S-SZ',
    city: 'shenzhen',
    name: text('深圳分公司', 'Shenzhen Office'),
    latitude: 22.543527,
    longitude: 114.05956,
    radius: 300,
    // The site with every option: a beacon, a biometric check, a keeper of the door screen.
    beacons: [{ uuid: 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825', major: 755, minor: 1, minRssi: -85 }],
    biometric: 'asked',
    screenKeepers: ['E0041'],
  },
] as const;

export const CITY_SITES: Readonly<Record<City, readonly string[]>> = {
  shanghai: ['S-SH', 'S-SH2'],
  beijing: ['S-BJ'],
  shenzhen: ['S-SZ'],
};

const SOURCE = text('示例科技考勤制度（2026 版）', 'Example Technology attendance rules, 2026');

const shift = (
  _id: string,
  name: LocalText,
  span: Pick<ShiftTemplate, 'start' | 'end' | 'flexMinutes' | 'breaks' | 'kind' | 'requiredMinutes' | 'core'>,
): ShiftTemplate => ({
  _id,
  name,
  version: 1,
  ...span,
  workdays: [1, 2, 3, 4, 5],
  lateHalfDayAfter: 60,
  lateAbsentAfter: 180,
  earlyHalfDayAfter: 60,
  earlyAbsentAfter: 180,
  source: SOURCE,
});

/**
 * Minutes from midnight: 09:00–18:00 with ten flex minutes, 22:00–06:00 of the next day, and eight flexible hours
 * between 07:30 and 20:30 with core hours from 10:00 to 15:00.
 */
export const SHIFTS = {
  day: shift('SH-DAY', text('白班', 'Day shift'), {
    start: 540,
    end: 1_080,
    flexMinutes: 10,
    breaks: [{ start: 720, end: 780 }],
  }),
  night: shift('SH-NIGHT', text('夜班', 'Night shift'), {
    start: 1_320,
    end: 1_800,
    flexMinutes: 0,
    breaks: [{ start: 1_560, end: 1_590 }],
  }),
  flexible: shift('SH-FLEX', text('弹性班', 'Flexible shift'), {
    kind: 'flexible',
    start: 450,
    end: 1_230,
    flexMinutes: 0,
    requiredMinutes: 480,
    core: { start: 600, end: 900 },
    breaks: [{ start: 720, end: 780 }],
  }),
} as const;

export type ShiftKind = keyof typeof SHIFTS;

/** Usual arrival and departure, and the time from which an arrival is late. */
export const HABITS: Readonly<Record<ShiftKind, { arrival: number; lateFrom: number; departure: number }>> = {
  day: { arrival: 540, lateFrom: 540, departure: 1_080 },
  night: { arrival: 1_320, lateFrom: 1_320, departure: 1_800 },
  flexible: { arrival: 570, lateFrom: 600, departure: 1_110 },
};

/** A department, its leader and its other members. */
export interface DepartmentPlan {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: LocalText;
  readonly leaderId: string;
  readonly city: City;
  readonly shift: ShiftKind;
  readonly fieldPolicy: FieldPolicy;
  readonly job: LocalText;
  /** Employee numbers, the leader's not among them. */
  readonly members: readonly number[];
  /** Works by a roster, through weekends and holidays. */
  readonly isRostered: boolean;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const plan = (
  id: string,
  parentId: string | null,
  name: LocalText,
  leader: number,
  job: LocalText,
  members: readonly number[],
  more: Partial<Pick<DepartmentPlan, 'city' | 'shift' | 'fieldPolicy' | 'isRostered'>> = {},
): DepartmentPlan => ({
  id,
  parentId,
  name,
  leaderId: employeeId(leader),
  job,
  members,
  city: 'shanghai',
  shift: 'day',
  fieldPolicy: 'free',
  isRostered: false,
  ...more,
});

/** `12` -> `E0012`. */
export function employeeId(number: number): string {
  return `E${String(number).padStart(4, '0')}`;
}

export const DEPARTMENTS: readonly DepartmentPlan[] = [
  plan(
    'D00',
    null,
    text('示例科技', 'Example Technology'),
    1,
    text('总经理助理', 'Executive Assistant'),
    [7],
  ),
  plan('D10', 'D00', text('产品研发部', 'Product & Engineering'), 2, text('架构师', 'Architect'), [8]),
  plan('D11', 'D10', text('前端组', 'Front End'), 9, text('前端工程师', 'Front-end Engineer'), range(12, 17)),
  plan('D12', 'D10', text('后端组', 'Back End'), 10, text('后端工程师', 'Back-end Engineer'), range(18, 23), {
    shift: 'flexible',
  }),
  plan('D13', 'D10', text('测试组', 'Quality'), 11, text('测试工程师', 'Test Engineer'), range(24, 26)),
  plan('D20', 'D00', text('销售部', 'Sales'), 3, text('销售运营', 'Sales Operations'), [27], {
    city: 'beijing',
  }),
  plan(
    'D21',
    'D20',
    text('华北销售组', 'Sales North'),
    28,
    text('客户经理', 'Account Manager'),
    range(31, 35),
    { city: 'beijing' },
  ),
  plan(
    'D22',
    'D20',
    text('华东销售组', 'Sales East'),
    29,
    text('客户经理', 'Account Manager'),
    range(36, 40),
  ),
  plan(
    'D23',
    'D20',
    text('华南销售组', 'Sales South'),
    30,
    text('客户经理', 'Account Manager'),
    range(41, 44),
    { city: 'shenzhen' },
  ),
  plan('D30', 'D00', text('人力行政部', 'People & Office'), 4, text('行政专员', 'Office Coordinator'), [45], {
    fieldPolicy: 'approval',
  }),
  plan('D31', 'D30', text('人事组', 'Human Resources'), 46, text('人事专员', 'HR Specialist'), [47], {
    fieldPolicy: 'approval',
  }),
  plan('D40', 'D00', text('运营部', 'Operations'), 5, text('运营专员', 'Operations Specialist'), [48], {
    city: 'shenzhen',
  }),
  plan(
    'D41',
    'D40',
    text('夜间客服组', 'Night Support'),
    49,
    text('客服专员', 'Support Agent'),
    range(51, 55),
    { city: 'shenzhen', shift: 'night', fieldPolicy: 'forbidden', isRostered: true },
  ),
  plan(
    'D42',
    'D40',
    text('机房组', 'Data Center'),
    50,
    text('运维工程师', 'Operations Engineer'),
    range(56, 57),
    { city: 'shenzhen', shift: 'night', fieldPolicy: 'forbidden' },
  ),
  plan('D50', 'D00', text('财务部', 'Finance'), 6, text('会计', 'Accountant'), range(58, 60), {
    fieldPolicy: 'approval',
  }),
];
