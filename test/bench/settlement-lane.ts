import type { Day, Instant, Month } from '#contracts/common';
import { type Account, emptyAccount } from '../../cloudfunctions/accounts/domain/account';
import type { AttendanceDay } from '../../cloudfunctions/attendance/domain/attendance-day';
import {
  inputsOf,
  type PersonMonth,
  settlePerson,
} from '../../cloudfunctions/attendance/domain/settle-person';
import { scheduleOf } from '../../cloudfunctions/schedule/domain/schedule';
import { addMonths, daysOfMonth, instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import { SHIFTS } from '../../local/demo/company';
import { randomInteger } from '../../local/demo/random';

export const MONTH = '2026-10' as Month;
const DAYS = daysOfMonth(MONTH);
const AFTER = instantAt(`${addMonths(MONTH, 1)}-02` as Day, 0);
export const PEOPLE = 10_000;
const PAGE = 100;
/** People that the naive way is measured with; each costs the same. */
export const SAMPLE = 20;
export const PERSON = {
  hiredOn: '2026-01-05' as Day,
  leftOn: null,
  assignments: [
    { from: '2026-01-05' as Day, shiftId: SHIFTS.day._id, siteIds: [], fieldPolicy: 'free' as const },
  ],
};
/** As the function has them: one for all people of a page. */
const SHIFT_OF = new Map([[SHIFTS.day._id, SHIFTS.day]]);
const plan = () => scheduleOf(PERSON, SHIFT_OF, []);
export const WORKDAYS = DAYS.slice(0, 22);
export const idOf = (at: number): string => `B${String(at).padStart(6, '0')}`;

/** Time of this process, ms: other processes of a shared machine do not count. */
function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Page by page, as the function does: the page's documents grouped by person, then the rules. @returns CPU, ms */
export function settleAll(): number {
  let time = 0;
  for (let from = 0; from < PEOPLE; from += PAGE) {
    const documents = Array.from({ length: PAGE }, (_, at) =>
      WORKDAYS.map((day) => dayOf(from + at, day)),
    ).flat();
    time += cpuTime(() => settlePage(documents));
  }
  return time;
}

function settlePage(documents: readonly AttendanceDay[]): void {
  const byPerson = new Map<string, Map<Day, AttendanceDay>>();
  for (const each of documents) {
    const own = byPerson.get(each.employeeId) ?? new Map<Day, AttendanceDay>();
    byPerson.set(each.employeeId, own.set(each.day, each));
  }
  for (const [id, stored] of byPerson)
    settle({ plan: plan(), account: accountOf(id), days: DAYS, stored, latestEnd: 660 });
}

/** The fingerprint of the inputs and the figures, as for a month that is new. */
function settle(own: PersonMonth): void {
  if (inputsOf(own) === '' || settlePerson(own, AFTER).totals.attended === 0)
    throw new Error('Nobody was there.');
}

/** Every third person was on leave for a day of the month. */
function accountOf(id: string): Account {
  const at = Number(id.slice(1));
  if (at % 3 !== 0) return emptyAccount(id);
  const day = WORKDAYS[at % WORKDAYS.length] as Day;
  const [from, to] = [instantAt(day, 540), instantAt(day, 1_080)];
  const name = { 'zh-CN': '年假', en: 'Annual leave' };
  const span = {
    requestId: 'R1',
    kind: 'leave',
    state: 'approved',
    name,
    day,
    from,
    to,
    minutes: 480,
  } as const;
  return { ...emptyAccount(id), rev: 1, spans: { R1: { ...span, perDay: { [day]: 480 } } } };
}

/** As many programs do it: a document per punch, four a day, and a search of them all for every person. */
export function naivePerPerson(): number {
  const punches = Array.from({ length: PEOPLE }, (_, at) =>
    WORKDAYS.flatMap((day) => [0, 1, 2, 3].map((n) => ({ employeeId: idOf(at), day, n }))),
  ).flat();
  const people = Array.from({ length: SAMPLE }, (_, at) => Math.floor((at * PEOPLE) / SAMPLE));
  const time = cpuTime(() => {
    for (const at of people) {
      const id = idOf(at);
      const own = punches.filter(({ employeeId, day }) => employeeId === id && day.startsWith(MONTH));
      const stored = new Map(own.map(({ day }) => [day, dayOf(at, day)]));
      settle({ plan: plan(), account: accountOf(id), days: DAYS, stored, latestEnd: 660 });
    }
  });
  return time / SAMPLE;
}

export function dayOf(at: number, day: Day): AttendanceDay {
  const employeeId = idOf(at);
  const seconds = (from: number, to: number, what: string) =>
    randomInteger(from * 60, to * 60, at, day, what);
  const punch = (slot: 'in' | 'out', second: number) => ({
    key: `bench-${slot}`,
    slot,
    at: (instantAt(day, 0) + second * 1_000) as Instant,
    tappedAt: (instantAt(day, 0) + second * 1_000) as Instant,
    mode: 'gps' as const,
    latitude: 31.2,
    longitude: 121.4,
    accuracy: 20,
    site: null,
    distance: 10,
    placeName: null,
    note: null,
    photo: null,
    flags: [],
  });
  // Some early, some late, each to the second.
  const punches = [punch('in', seconds(510, 560, 'in')), punch('out', seconds(1_075, 1_140, 'out'))];
  return { _id: `${employeeId}:${day}`, employeeId, day, rev: 2, shift: SHIFTS.day, covers: [], punches };
}
