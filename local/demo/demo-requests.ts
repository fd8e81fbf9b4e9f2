import type { Day } from '#contracts/common';
import { FORGOT } from './day-scenario';
import { addDays, daysFrom, freeSaturdayFrom, workdayAfter, workdayBefore } from './demo-days';
import { MAIN_PERSON } from './demo-person';

/** A request of a person of the demo company. */
export interface DemoRequest {
  /** Employee number. */
  readonly by: string;
  readonly typeId: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Its approvers in the order of the steps; absent while it is pending. */
  readonly approvedBy?: readonly string[];
}

/** A correction can be requested for this long. */
const CORRECTION_DAYS = 7;
/** Comp time earned this many days ago expires within two weeks. */
const COMP_TIME_AGE_DAYS = 178;

/**
 * The requests of the demo company as of `today`: one of each kind pending at the head of the front-end team
 * (E0009), some with warnings, and comp time of the main person that expires soon.
 */
export function demoRequests(today: Day): DemoRequest[] {
  return [...requestsOfMainPerson(today), ...requestsOfFrontEnd(today), ...requestsOfOthers(today)];
}

const days = (from: Day, to: Day = from) => ({ unit: 'day', from, to });
const hours = (from: Day, start: number, end: number) => ({ unit: 'hour', from, start, end });
const leave = (leaveType: string, period: object, reason: string) => ({
  typeId: 'leave',
  values: { leaveType, period, reason },
});
const overtime = (period: object, compensation: string, reason: string) => ({
  typeId: 'overtime',
  values: { period, compensation, reason },
});

function requestsOfMainPerson(today: Day): DemoRequest[] {
  const overtimeDay = freeSaturdayFrom(addDays(today, -COMP_TIME_AGE_DAYS));
  const by = MAIN_PERSON;
  const approvedBy = ['E0009'];
  return [
    { by, ...overtime(hours(overtimeDay, 540, 720), 'comp-time', '年中版本上线'), approvedBy },
    { by, ...leave('annual', days(workdayAfter(today, 12)), '家里装修'), approvedBy },
    { by, ...leave('annual', days(workdayAfter(today, 3)), '办理证件') },
  ];
}

function requestsOfFrontEnd(today: Day): DemoRequest[] {
  const workday = (count: number) => workdayAfter(today, count);
  const saturday = freeSaturdayFrom(addDays(today, 7));
  return [
    { by: 'E0013', ...leave('annual', days(workday(6), workday(7)), '回家看父母') },
    { by: 'E0014', ...overtime(hours(saturday, 540, 720), 'comp-time', '版本上线值守') },
    ...correctionOf(FORGOT.personId, today),
    {
      by: 'E0016',
      typeId: 'trip',
      values: { period: days(workday(6), workday(8)), place: '深圳', reason: '客户现场联调' },
    },
    // More overtime than the law allows for a workday; sick leave without its certificate.
    { by: 'E0015', ...overtime(hours(workday(1), 1_080, 1_350), 'pay', '支付接口切换') },
    { by: 'E0015', ...leave('sick', days(workday(9), workday(10)), '复查和休养') },
    { by: 'E0016', typeId: 'expense', values: expenseOn(workdayBefore(today, 5)) },
  ];
}

/** Of the day on which the clock-out was forgotten, if a correction is still possible. */
function correctionOf(by: string, today: Day): DemoRequest[] {
  const day = workdayBefore(today, FORGOT.back);
  if (daysFrom(day, today).length > CORRECTION_DAYS) return [];
  const values = { day, slot: 'out', time: '18:10', reason: '客户会议后直接回家，忘记打卡' };
  return [{ by, typeId: 'correction', values }];
}

const expenseOn = (day: Day) => ({
  lines: [
    { day, category: 'travel', amount: 86_540, note: '往返高铁' },
    { day, category: 'hotel', amount: 42_100, note: '一晚' },
  ],
  advance: 50_000,
  reason: '客户现场联调',
});

/** A resignation with less notice than the law asks for, pending at the head of Sales South. */
const requestsOfOthers = (today: Day): DemoRequest[] => [
  { by: 'E0043', typeId: 'resignation', values: { lastDay: addDays(today, 20), reason: '回老家发展' } },
];
