import type { Day } from '#contracts/common';
import type { SheetOwner } from '#contracts/goal';
import { DEPARTMENTS, employeeId } from './company';
import { addDays, instantOf, monthStart } from './demo-days';
import { type DemoPerson, demoPeople } from './demo-person';
import { type Achieved, achievedIn, reviewOf } from './goal-achievement';
import {
  companyObjective,
  memberObjective,
  type objective,
  PARENTS,
  parentObjective,
  TEAMS,
  type TeamGoal,
  teamObjective,
} from './goal-teams';

/** Months before this one that are closed, with their reviews. */
const MONTHS = 3;
const HR = 'E0046';

interface Documents {
  readonly goal_cycles: readonly Record<string, unknown>[];
  readonly goal_sheets: readonly Record<string, unknown>[];
}

/** A month that is over. */
interface Month {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
}

/** What a sheet adds to the one above. */
interface Part {
  readonly key: string;
  readonly share: number;
  readonly rev: number;
}

/**
 * The three months before this one as the functions leave them: closed, with the check-ins of each week, what they moved up to
 * the company, and reviews that were confirmed. Written at once, because through the functions it would take a minute.
 */
export function finishedMonths(today: Day): Documents {
  const people = new Map(demoPeople(today).map((person) => [person.id, person]));
  const months = Array.from({ length: MONTHS }, (_, back) => monthOf(today, MONTHS - back));
  return {
    goal_cycles: months.map(({ id, from, to }) => ({
      ...{ _id: id, kind: 'month', from, to, state: 'closed', rev: 3 },
      ...{ openedAt: instantOf(from, 9 * 60), openedBy: HR },
    })),
    goal_sheets: months.flatMap((month) => sheetsOf(month, people)),
  };
}

function monthOf(today: Day, back: number): Month {
  const from = monthStart(today, back);
  return { id: from.slice(0, 7), from, to: addDays(monthStart(today, back - 1), -1) };
}

/** From the members up: each level adds to the next one. */
function sheetsOf(month: Month, people: ReadonlyMap<string, DemoPerson>): Record<string, unknown>[] {
  const sheets: Record<string, unknown>[] = [];
  const parents = new Map<string, Part[]>();
  for (const team of TEAMS) {
    const plan = DEPARTMENTS.find(({ id }) => id === team.department);
    if (!plan) throw new Error(`no department ${team.department}`);
    const members = plan.members
      .map((number) => people.get(employeeId(number)))
      .filter((person) => person !== undefined && isThere(person, month)) as DemoPerson[];
    const added = members.map((person) => {
      const { sheet, part } = memberSheet(month, team, person);
      sheets.push(sheet);
      return part;
    });
    const parentId = plan.parentId ?? '';
    const { sheet, part } = sheetAbove(month, department(team.department), {
      ...{ tier: tierOf(team.department), keyResultId: 'members', parts: added },
      ...{ objective: teamObjective(month.id, team, parentId), above: [`d-${parentId}`, 'c'] },
    });
    sheets.push(sheet);
    parents.set(parentId, [...(parents.get(parentId) ?? []), part]);
  }
  return [...sheets, ...topSheets(month, parents)];
}

/** The two departments, and the company. */
function topSheets(month: Month, parents: ReadonlyMap<string, readonly Part[]>): Record<string, unknown>[] {
  const told = PARENTS.map(([id, title, keyResult]) =>
    sheetAbove(month, department(id), {
      ...{ tier: tierOf(id), keyResultId: 'teams', parts: parents.get(id) ?? [], above: ['c'] },
      objective: parentObjective(month.id, { department: id, title, keyResult }),
    }),
  );
  const parts = Object.fromEntries(told.map(({ part }, at) => [PARENTS[at]?.[0] ?? '', mapOf([part])]));
  const company = sheetOf(
    month,
    { kind: 'company' },
    { tier: 100, objective: companyObjective(), above: [] },
  );
  return [...told.map(({ sheet }) => sheet), { ...company, parts }];
}

const department = (id: string): SheetOwner => ({ kind: 'department', id });
const isThere = ({ hiredOn, leftOn }: DemoPerson, { from, to }: Month): boolean =>
  hiredOn <= from && (leftOn === null || leftOn >= to);

/** Counted from the root, 1: those further down are closed first. */
function tierOf(id: string): number {
  const parent = DEPARTMENTS.find((each) => each.id === id)?.parentId ?? null;
  return parent === null ? 99 : tierOf(parent) - 1;
}

interface Plan {
  readonly tier: number;
  readonly objective: ReturnType<typeof objective>;
  /** Keys of the sheets above, the nearest first. */
  readonly above: readonly string[];
}

const keyOf = (owner: SheetOwner): string =>
  owner.kind === 'company' ? 'c' : `${owner.kind === 'department' ? 'd' : 'p'}-${owner.id}`;

function sheetOf({ id, to }: Month, owner: SheetOwner, { tier, objective: saved, above }: Plan) {
  return {
    ...{
      _id: `${id}:${keyOf(owner)}`,
      cycleId: id,
      owner,
      tier,
      objectives: [{ ...saved, state: 'active' }],
    },
    ...{ base: {}, log: [], archived: [], parts: {}, above: above.map((key) => `${id}:${key}`), left: [] },
    ...{ memory: [], amendments: [], rev: 12, planRev: 1, revs: { [saved.id]: REVISION }, state: 'closed' },
    ...{ rollUp: 'done', touchedAt: instantOf(addDays(to, 1), 30) },
  };
}

/** How often what an objective adds has changed: more often than anything that is written later. */
const REVISION = 6;

function memberSheet(month: Month, team: TeamGoal, person: DemoPerson) {
  const owner = { kind: 'person', id: person.id } as const;
  const { parentId } = DEPARTMENTS.find(({ id }) => id === team.department) ?? {};
  const saved = memberObjective(month.id, team);
  const achieved: Achieved = achievedIn(month, team, person);
  const above = [`d-${team.department}`, `d-${parentId}`, 'c'];
  const sheet = {
    ...sheetOf(month, owner, { tier: 0, objective: saved, above }),
    ...{ log: achieved.log, review: { ...reviewOf(month, achieved, person), weights: weightsOf(saved) } },
    waitsFor: null,
  };
  return { sheet, part: { key: `${sheet._id}/own`, share: achieved.share, rev: REVISION } };
}

/** What was scored weighs what it did then. */
const weightsOf = ({ id, weight, keyResults }: ReturnType<typeof memberObjective>) => ({
  [id]: weight,
  ...Object.fromEntries(keyResults.map((each) => [each.id, each.weight])),
});

interface Above extends Plan {
  readonly keyResultId: string;
  readonly parts: readonly Part[];
}

function sheetAbove(month: Month, owner: SheetOwner, plan: Above) {
  const { keyResultId, parts } = plan;
  const sheet = { ...sheetOf(month, owner, plan), parts: { [keyResultId]: mapOf(parts) } };
  const sum = parts.reduce((total, { share }) => total + share, 0);
  // The mean, half up, as the functions take it.
  const share = Math.floor((2 * sum + parts.length) / (2 * parts.length));
  return { sheet, part: { key: `${sheet._id}/${plan.objective.id}`, share, rev: REVISION } };
}

const mapOf = (parts: readonly Part[]) =>
  Object.fromEntries(
    parts.map(({ key, share, rev }) => [key, { weight: 1, share, value: null, hasData: true, rev }]),
  );
