import type { LocalText } from '#contracts/common';
import { type City, DEPARTMENTS, type DepartmentPlan, employeeId, type ShiftKind } from './company';

/** People of the demo company, each of whom somebody has thought of. */
export const KNOWN_PEOPLE = 60;
/** More do not fit into an hour of making them. */
export const MOST_PEOPLE = 20_000;
/** A division has departments, a department has teams, a team has a leader and members. */
const DEPARTMENTS_EACH = 8;
const TEAMS_EACH = 8;
const TEAM = 12;

const CITIES: readonly City[] = ['shanghai', 'beijing', 'shenzhen'];
/** Of every ten teams. */
const SHIFTS_OF_TEAMS: readonly ShiftKind[] = [
  'day',
  'day',
  'flexible',
  'day',
  'day',
  'night',
  'day',
  'flexible',
  'day',
  'day',
];
/** The ninth of every ten teams works by a roster. */
const ROSTERED_TEAM = 8;

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });
const JOB = text('专员', 'Specialist');

/** The departments of a company of `size` people: those of the demo, and divisions for everybody else. */
export function departmentPlans(size: number): readonly DepartmentPlan[] {
  const plans = [...DEPARTMENTS];
  const perDepartment = 1 + TEAMS_EACH * TEAM;
  const perDivision = 1 + DEPARTMENTS_EACH * perDepartment;
  for (let from = KNOWN_PEOPLE + 1, at = 0; from <= size; from += perDivision, at += 1)
    plans.push(...division(at, from, Math.min(size, from + perDivision - 1)));
  return plans;
}

/** Of the people from `head` to `last`: each level takes its leader and leaves the rest to the one below. */
function division(at: number, head: number, last: number): DepartmentPlan[] {
  const city = CITIES[at % CITIES.length] ?? 'shanghai';
  const id = `V${at + 1}`;
  const name = text(`第 ${at + 1} 事业部`, `Division ${at + 1}`);
  const plans = [plan(id, 'D00', name, head, [], city)];
  const perDepartment = 1 + TEAMS_EACH * TEAM;
  for (let from = head + 1, no = 1; from <= last; from += perDepartment, no += 1)
    plans.push(...department(`${id}-${no}`, id, from, Math.min(last, from + perDepartment - 1), city));
  return plans;
}

function department(id: string, parentId: string, head: number, last: number, city: City): DepartmentPlan[] {
  const [division = '', no = ''] = id.slice(1).split('-');
  const plans = [
    plan(id, parentId, text(`${division}-${no} 部`, `Department ${division}-${no}`), head, [], city),
  ];
  for (let from = head + 1, team = 1; from <= last; from += TEAM, team += 1) {
    const members = numbers(from + 1, Math.min(last, from + TEAM - 1));
    const label = `${division}-${no}-${team}`;
    plans.push(plan(`${id}-${team}`, id, text(`${label} 组`, `Team ${label}`), from, members, city, from));
  }
  return plans;
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

function plan(
  id: string,
  parentId: string,
  name: LocalText,
  leader: number,
  members: readonly number[],
  city: City,
  team?: number,
): DepartmentPlan {
  const turn = team === undefined ? 0 : Math.floor(team / TEAM) % SHIFTS_OF_TEAMS.length;
  const shift = SHIFTS_OF_TEAMS[turn] ?? 'day';
  return {
    id,
    parentId,
    name,
    leaderId: employeeId(leader),
    job: JOB,
    members,
    city,
    shift,
    fieldPolicy: shift === 'night' ? 'forbidden' : 'free',
    isRostered: team !== undefined && turn === ROSTERED_TEAM,
  };
}
