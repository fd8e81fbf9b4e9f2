import type { Day, LocalText } from '#contracts/common';
import type { Account, AccountSpan } from '../../cloudfunctions/accounts/domain/account';
import { addDays, freeSaturdayFrom, instantOf, workdayBefore } from './demo-days';
import { MAIN_PERSON } from './demo-person';

/** Workdays before the founding day on which the main person's script has these requests. */
export const BACK = { hours: 4, leave: 9, correction: 31 } as const;
/** The period of the hourly leave, minutes from midnight. */
export const HOURS_OFF = { start: 960, end: 1_080 } as const;

const ANNUAL: LocalText = { 'zh-CN': '年休假', en: 'Annual leave' };
const OVERTIME: LocalText = { 'zh-CN': '加班', en: 'Overtime' };
const CORRECTION: LocalText = { 'zh-CN': '补卡', en: 'Correction' };

/** A free Saturday within the two weeks before the founding day, on which the main person worked. */
export const overtimeDay = (founded: Day): Day => freeSaturdayFrom(addDays(founded, -14));

/**
 * Earlier requests of the main person: a day and two hours of leave, a correction and a day of overtime, all approved. The leave has
 * no ledger entries here.
 */
export function mainAccount(founded: Day): Account {
  const hours = workdayBefore(founded, BACK.hours);
  const away = workdayBefore(founded, BACK.leave);
  const put = workdayBefore(founded, BACK.correction);
  const worked = overtimeDay(founded);
  const spans: AccountSpan[] = [
    leave('demo-leave-day', 'approved', away, 540, 1_080, 480),
    leave('demo-leave-hours', 'approved', hours, HOURS_OFF.start, HOURS_OFF.end, 120),
    {
      requestId: 'demo-correction',
      kind: 'correction',
      state: 'approved',
      name: CORRECTION,
      day: put,
      from: instantOf(put, 535),
      to: instantOf(put, 535),
      minutes: 0,
      slot: 'in',
    },
    {
      requestId: 'demo-overtime',
      kind: 'overtime',
      state: 'approved',
      name: OVERTIME,
      day: worked,
      from: instantOf(worked, 540),
      to: instantOf(worked, 1_080),
      minutes: 480,
      perDay: { [worked]: 480 },
      payClass: 200,
      compensation: 'pay',
      credit: 'lesser',
    },
  ];
  return {
    _id: MAIN_PERSON,
    rev: spans.length,
    spans: Object.fromEntries(spans.map((span) => [span.requestId, span])),
    entries: {},
  };
}

function leave(
  requestId: string,
  state: AccountSpan['state'],
  day: Day,
  start: number,
  end: number,
  minutes: number,
): AccountSpan {
  return {
    requestId,
    kind: 'leave',
    state,
    name: ANNUAL,
    day,
    from: instantOf(day, start),
    to: instantOf(day, end),
    minutes,
    perDay: { [day]: minutes },
    leaveTypeId: 'annual',
    paidShare: 100,
  };
}
