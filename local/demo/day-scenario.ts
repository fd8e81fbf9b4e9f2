import type { Day, Instant, LocalText } from '#contracts/common';
import { HABITS, type ShiftKind } from './company';
import { addDays, instantOf, isStateWorkday, remembered, workdayBefore } from './demo-days';
import { type DemoPerson, MAIN_PERSON } from './demo-person';
import { BACK, HOURS_OFF, overtimeDay } from './main-account';
import { randomFraction, randomInteger } from './random';
import { rotaOn } from './rota';

/** A generated punch. `field`: outside of the office, with the place's name. */
export interface DemoPunch {
  readonly slot: 'in' | 'out';
  readonly at: Instant;
  readonly field: boolean;
  /** The tap of a punch without network, which arrived hours later. */
  readonly tappedAt?: Instant;
}

/** What happened to one person on one attendance day. */
export interface DemoDay {
  readonly punches: readonly DemoPunch[];
  /** Approved absence for the whole shift; null if there is none. */
  readonly cover: { readonly kind: 'leave' | 'trip'; readonly name: LocalText } | null;
}

type DayScenario =
  | 'normal'
  | 'late'
  | 'early'
  | 'missing-in'
  | 'missing-out'
  | 'absent'
  | 'field'
  | 'leave'
  | 'leave-by-request'
  | 'hours-off'
  | 'trip'
  | 'overtime'
  | 'offline'
  | 'off';

const LEAVE: LocalText = { 'zh-CN': '年休假', en: 'Annual leave' };
const TRIP: LocalText = { 'zh-CN': '出差', en: 'Business trip' };

/** The main person's last weeks are fixed, so that the month shows one day of each kind. Keys: workdays back. */
const MAIN_PERSON_SCRIPT: ReadonlyMap<number, DayScenario> = new Map([
  [1, 'missing-out'],
  [3, 'field'],
  [BACK.hours, 'hours-off'],
  [6, 'trip'],
  [7, 'trip'],
  [BACK.leave, 'leave-by-request'],
  [12, 'late'],
  [15, 'early'],
  [24, 'late'],
  [BACK.correction, 'missing-in'],
]);

/** The person who asks to correct a clock-out that was forgotten: so many workdays before the founding day. */
export const FORGOT = { personId: 'E0015', back: 2 };

/** The person whose clock-in waits to be confirmed: two workdays before the founding day, without network. */
const OFFLINE = { personId: 'E0022', back: 2, hours: 3 } as const;

/** One day of a person that is the same on every machine. */
const SINGLE_DAYS: readonly { personId: string; back: number; scenario: DayScenario }[] = [
  { ...FORGOT, scenario: 'missing-out' },
  { ...OFFLINE, scenario: 'offline' },
];

/** Cumulative probability of each scenario on a workday. */
const SCENARIO_SHARES: readonly (readonly [below: number, scenario: DayScenario])[] = [
  [0.055, 'late'],
  [0.07, 'early'],
  [0.078, 'missing-in'],
  [0.1, 'missing-out'],
  [0.104, 'absent'],
  [0.126, 'leave'],
  [0.141, 'trip'],
];
const FIELD_SHARE = { sales: 0.2, other: 0.015 } as const;
const SALES = ['D21', 'D22', 'D23'];

/** The shift of a person on a day, also on days off. */
export function shiftOn(person: DemoPerson, day: Day, founded: Day): ShiftKind {
  const turn = rotaOn(person, day, founded);
  return turn === null || turn === 'off' ? person.shift : turn;
}

/** The punches and absence of a day. Depends only on person, day and founding day, not on the current date. */
export function demoDay(person: DemoPerson, day: Day, founded: Day): DemoDay {
  const scenario = scenarioOf(person, day, founded);
  if (scenario === 'leave') return { punches: [], cover: { kind: 'leave', name: LEAVE } };
  if (scenario === 'trip') return { punches: [], cover: { kind: 'trip', name: TRIP } };
  return { punches: punchesOf(person, day, scenario, shiftOn(person, day, founded)), cover: null };
}

function scenarioOf(person: DemoPerson, day: Day, founded: Day): DayScenario {
  if (day < person.hiredOn || (person.leftOn !== null && day > person.leftOn)) return 'off';
  const turn = rotaOn(person, day, founded);
  if (turn === 'off') return 'off';
  if (turn === null && (!isStateWorkday(day) || day === companyDayOff(founded))) {
    if (person.id === MAIN_PERSON && day === overtimeDay(founded)) return 'overtime';
    return randomFraction(person.id, day, 'weekend') < 0.02 ? 'overtime' : 'off';
  }
  if (person.id === MAIN_PERSON && day < founded) return scriptedScenario(day, founded);
  const single = SINGLE_DAYS.find(
    ({ personId, back }) => person.id === personId && day === workdayBefore(founded, back),
  );
  if (single) return single.scenario;
  const figure = randomFraction(person.id, day, 'scenario');
  const scenario = SCENARIO_SHARES.find(([below]) => figure < below)?.[1];
  if (scenario) return scenario;
  const share = SALES.includes(person.departmentId) ? FIELD_SHARE.sales : FIELD_SHARE.other;
  const isField = person.fieldPolicy === 'free' && randomFraction(person.id, day, 'field') < share;
  return isField ? 'field' : 'normal';
}

function scriptedScenario(day: Day, founded: Day): DayScenario {
  for (const [back, scenario] of MAIN_PERSON_SCRIPT)
    if (workdayBefore(founded, back) === day) return scenario;
  return 'normal';
}

/** The anniversary of the company: a workday about five weeks before the demo data was made. */
export const companyDayOff = remembered((founded: Day): Day => workdayBefore(addDays(founded, -35), 1));

function punchesOf(person: DemoPerson, day: Day, scenario: DayScenario, shift: ShiftKind): DemoPunch[] {
  if (scenario === 'off' || scenario === 'absent' || scenario === 'leave-by-request') return [];
  const { arrival, lateFrom } = HABITS[shift];
  const arrivedAt =
    scenario === 'late'
      ? lateFrom + randomInteger(12, 45, person.id, day, 'late')
      : arrival - randomInteger(2, 28, person.id, day, 'in');
  const field = scenario === 'field';
  const tappedAt = instantAt(person.id, day, arrivedAt);
  const punches: DemoPunch[] = [
    scenario === 'offline'
      ? { slot: 'in', at: (tappedAt + OFFLINE.hours * 3_600_000) as Instant, tappedAt, field }
      : { slot: 'in', at: tappedAt, field },
    { slot: 'out', at: instantAt(person.id, day, departureOf(person, day, scenario, shift)), field: false },
  ];
  return punches.filter(({ slot }) => scenario !== `missing-${slot}`);
}

function departureOf(person: DemoPerson, day: Day, scenario: DayScenario, shift: ShiftKind): number {
  const { departure } = HABITS[shift];
  if (scenario === 'hours-off') return HOURS_OFF.start + randomInteger(1, 9, person.id, day, 'out');
  if (scenario === 'early') return departure - randomInteger(6, 50, person.id, day, 'early');
  return departure + randomInteger(1, 70, person.id, day, 'out');
}

function instantAt(id: string, day: Day, minutes: number): Instant {
  return (instantOf(day, minutes) + randomInteger(0, 59, id, day, minutes) * 1_000) as Instant;
}
