import type { Day, Instant, LocalText } from '#contracts/common';
import { between, chance } from './chance';
import { HABITS, type ShiftKind } from './company';
import { addDays, instantOf, isStateWorkday, workdayBefore } from './demo-days';
import { type DemoPerson, MAIN_PERSON } from './demo-person';
import { BACK, HOURS_OFF } from './main-account';
import { rotaOn } from './rota';

/** A punch as it happened. `field`: away from the office, with the place's name. */
export interface StoryPunch {
  readonly slot: 'in' | 'out';
  readonly at: Instant;
  readonly field: boolean;
}

/** What happened to one person on one attendance day. */
export interface DayStory {
  readonly punches: readonly StoryPunch[];
  /** Approved absence for the whole shift; null if there is none. */
  readonly cover: { readonly kind: 'leave' | 'trip'; readonly name: LocalText } | null;
}

type Plot =
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
  | 'off';

const LEAVE: LocalText = { 'zh-CN': '年假', en: 'Annual leave' };
const TRIP: LocalText = { 'zh-CN': '出差', en: 'Business trip' };

/** The main person's last weeks are written by hand, so that the month shows one of each. Workdays back. */
const SCRIPT: ReadonlyMap<number, Plot> = new Map([
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

/** How often each plot happens on a workday, cumulated. */
const PLOTS: readonly (readonly [below: number, plot: Plot])[] = [
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

/** Which shift somebody has on a day, also on days off. */
export function shiftOn(person: DemoPerson, day: Day, founded: Day): ShiftKind {
  const turn = rotaOn(person, day, founded);
  return turn === null || turn === 'off' ? person.shift : turn;
}

/** The story of an ended day. Depends on person, day and founding day only, never on the day of asking. */
export function dayStory(person: DemoPerson, day: Day, founded: Day): DayStory {
  const plot = plotOf(person, day, founded);
  if (plot === 'leave') return { punches: [], cover: { kind: 'leave', name: LEAVE } };
  if (plot === 'trip') return { punches: [], cover: { kind: 'trip', name: TRIP } };
  return { punches: punchesOf(person, day, plot, shiftOn(person, day, founded)), cover: null };
}

function plotOf(person: DemoPerson, day: Day, founded: Day): Plot {
  if (day < person.hiredOn || (person.leftOn !== null && day > person.leftOn)) return 'off';
  const turn = rotaOn(person, day, founded);
  if (turn === 'off') return 'off';
  if (turn === null && (!isStateWorkday(day) || day === companyDayOff(founded))) {
    return chance(person.id, day, 'weekend') < 0.02 ? 'overtime' : 'off';
  }
  if (person.id === MAIN_PERSON && day < founded) return scripted(day, founded);
  const figure = chance(person.id, day, 'plot');
  const plot = PLOTS.find(([below]) => figure < below)?.[1];
  if (plot) return plot;
  const share = SALES.includes(person.departmentId) ? FIELD_SHARE.sales : FIELD_SHARE.other;
  const isField = person.fieldPolicy === 'free' && chance(person.id, day, 'field') < share;
  return isField ? 'field' : 'normal';
}

function scripted(day: Day, founded: Day): Plot {
  for (const [back, plot] of SCRIPT) if (workdayBefore(founded, back) === day) return plot;
  return 'normal';
}

/** The anniversary of the company: a workday about five weeks before the demo data was made. */
export function companyDayOff(founded: Day): Day {
  return workdayBefore(addDays(founded, -35), 1);
}

function punchesOf(person: DemoPerson, day: Day, plot: Plot, shift: ShiftKind): StoryPunch[] {
  if (plot === 'off' || plot === 'absent' || plot === 'leave-by-request') return [];
  const { come, lateFrom } = HABITS[shift];
  const arrive =
    plot === 'late'
      ? lateFrom + between(12, 45, person.id, day, 'late')
      : come - between(2, 28, person.id, day, 'in');
  const field = plot === 'field';
  const punches: StoryPunch[] = [
    { slot: 'in', at: instantAt(person.id, day, arrive), field },
    { slot: 'out', at: instantAt(person.id, day, goingOf(person, day, plot, shift)), field: false },
  ];
  return punches.filter(({ slot }) => plot !== `missing-${slot}`);
}

function goingOf(person: DemoPerson, day: Day, plot: Plot, shift: ShiftKind): number {
  const { go } = HABITS[shift];
  if (plot === 'hours-off') return HOURS_OFF.start + between(1, 9, person.id, day, 'out');
  if (plot === 'early') return go - between(6, 50, person.id, day, 'early');
  return go + between(1, 70, person.id, day, 'out');
}

function instantAt(id: string, day: Day, minutes: number): Instant {
  return (instantOf(day, minutes) + between(0, 59, id, day, minutes) * 1_000) as Instant;
}
