import type { Day, Month } from '#contracts/common';
import type { SalaryVersion } from '#contracts/pay-item';
import type { SalaryLine, SalaryProblem, SalaryStep } from '#contracts/salary-change';
import type { PayReach } from '../../payroll/rules-reach';
import { briefOf, isEmployedIn } from '../../people/rules';
import { paidOf, type Salary, salaryFault, salaryOn } from '../../salaries/rules';
import { addMonths, monthOf } from '../../shared/calendar/company-time';
import { changedKeys } from '../../shared/history/changed-keys';
import type { Employee } from '../../shared/kernel/employee';

/** Farther away is a year that was mistyped. */
const MONTHS_AHEAD = 12;

/** What is stored about the people of a change. */
export interface ChangeFacts {
  readonly people: ReadonlyMap<string, Employee>;
  readonly salaries: ReadonlyMap<string, Salary>;
  /** Whose salary another change waits for. */
  readonly waiting: ReadonlySet<string>;
  readonly askerId: string;
  readonly today: Day;
  readonly reach: PayReach;
  /** Ids of the items that hold on a day. */
  itemsOn(day: Day): ReadonlySet<string>;
}

/** What a change would be, and every line that is wrong: one of them refuses the whole. */
export function planChange(
  lines: readonly SalaryLine[],
  facts: ChangeFacts,
): { readonly problems: readonly SalaryProblem[]; readonly steps: readonly SalaryStep[] } {
  const [problems, steps]: [SalaryProblem[], SalaryStep[]] = [[], []];
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const { employeeId } = line;
    const step = seen.has(employeeId) ? fault('employeeId', 'twice') : stepOf(line, facts);
    seen.add(employeeId);
    if ('rule' in step) problems.push({ line: index + 1, employeeId, ...step });
    else steps.push(step);
  }
  return { problems, steps };
}

type Fault = Omit<SalaryProblem, 'line' | 'employeeId'>;

const fault = (field: string, rule: SalaryProblem['rule'], day: Fault['day'] = ''): Fault => ({
  ...{ field, rule, day },
});

function stepOf(line: SalaryLine, facts: ChangeFacts): SalaryStep | Fault {
  const { employeeId, from } = line;
  const person = facts.people.get(employeeId);
  if (!person) return fault('employeeId', 'unknown');
  if (employeeId === facts.askerId) return fault('employeeId', 'own');
  if (facts.waiting.has(employeeId)) return fault('employeeId', 'waiting');
  const { rev, versions } = facts.salaries.get(employeeId) ?? { rev: 0, versions: [] };
  if (line.rev !== undefined && line.rev !== rev) return fault('employeeId', 'changed');
  const before = salaryOn(versions, from);
  const after = salaryAfter(line, before);
  const wrong =
    farFault(from, facts.today) ??
    stayFault(from, person) ??
    reachFault(from, person, versions, facts.reach) ??
    salaryFault(after, versions, facts.itemsOn(from));
  if (wrong) return { day: '', ...wrong };
  if (before && changedKeys({ ...paidOf(before), from }, after).length === 0)
    return fault('employeeId', 'same');
  const months = monthsOf(from, person, versions, facts.reach);
  return { person: briefOf(person), rev, before, after, months };
}

type Stay = Pick<Employee, 'hiredOn' | 'leftOn'>;

/** Paid months that get a difference with the next run. */
export const monthsOf = (
  from: Day,
  person: Stay,
  versions: readonly SalaryVersion[],
  { again }: PayReach,
): readonly Month[] => again.filter((month) => concerns(month, from, person, versions));

/** What a line leaves out stays as it is. */
function salaryAfter(line: SalaryLine, before: SalaryVersion | null): SalaryVersion {
  const { from, wage, entered } = line;
  return {
    ...{ from, wage },
    overtimeBase: line.overtimeBase === undefined ? (before?.overtimeBase ?? null) : line.overtimeBase,
    method: line.method ?? before?.method ?? '21.75',
    entered: entered ?? before?.entered ?? {},
  };
}

/** Not in a year that was mistyped. */
const farFault = (from: Day, today: Day): Fault | null =>
  monthOf(from) > addMonths(monthOf(today), MONTHS_AHEAD) ? fault('from', 'too-far') : null;

/** A salary begins while the person is here. */
export function stayFault(from: Day, { hiredOn, leftOn }: Stay): Fault | null {
  if (from < hiredOn) return fault('from', 'before-hire', hiredOn);
  return leftOn !== null && from > leftOn ? fault('from', 'left', leftOn) : null;
}

/**
 * A month that was paid gets a difference as long as the next run works it out again. A salary from before these months
 * would leave some of them without, and nobody would see it: it is refused with the first day from which all are paid. Who has
 * left is in no run after the month of the last day: once that is paid there is no next run.
 */
export function reachFault(
  from: Day,
  person: Stay,
  versions: readonly SalaryVersion[],
  { final, again }: PayReach,
): Fault | null {
  const [paid, { leftOn }] = [again.at(-1), person];
  if (paid !== undefined && leftOn !== null && monthOf(leftOn) <= paid)
    return fault('from', 'paid-off', leftOn);
  const missed = final.filter((month) => concerns(month, from, person, versions));
  const last = missed.at(-1);
  return last ? fault('from', 'too-early', `${addMonths(last, 1)}-01` as Day) : null;
}

/** Whether a salary from that day on pays for a part of the month: until the next version. */
function concerns(month: Month, from: Day, person: Stay, versions: readonly SalaryVersion[]): boolean {
  const next = versions.find((each) => each.from > from);
  const isBefore = !next || `${month}-01` < next.from;
  return monthOf(from) <= month && isBefore && isEmployedIn(person, month);
}
