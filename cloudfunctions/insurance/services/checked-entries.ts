import type { Month } from '#contracts/common';
import type { BaseEntry, BaseProblem, CheckedBase, DeclaredBase } from '#contracts/insurance-records';
import { employeesById } from '../../people/public';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { changedKeys } from '../../shared/history/changed-keys';
import type { Employee } from '../../shared/kernel/employee';
import { findBases, type OwnBases } from '../data/bases';
import { declaredOn } from '../domain/declared-bases';
import { percentProblem } from '../domain/own-percents';
import { CITY_PACKS, isInsuranceCity } from '../domain/packs/china';
import { briefOf } from '../domain/person-brief';
import { reachProblem } from '../domain/reach-of-base';
import type { OfRuns, PaidMonths } from './of-runs';

/** Of the law on social insurance. */
const EARLIEST = '2011-07' as Month;
/** A base is declared for a year; one that is farther ahead is a slip of the keyboard. */
const MONTHS_AHEAD = 12;

export interface CheckedEntries {
  readonly problems: readonly BaseProblem[];
  readonly checked: readonly CheckedBase[];
  /** What is stored of the people of the lines. */
  readonly stored: ReadonlyMap<string, OwnBases>;
}

/**
 * Every line against the people, what is stored of them, and the months that were paid. Lines count from 1. Nobody enters their own
 * base.
 */
export async function checkedEntries(
  entries: readonly BaseEntry[],
  writerId: string,
  { findPayReach }: Pick<OfRuns, 'findPayReach'>,
  now: number,
): Promise<CheckedEntries> {
  const ids = [...new Set(entries.map(({ employeeId }) => employeeId))];
  const [people, stored, reach] = await Promise.all([
    employeesById(ids, now),
    findBases(ids),
    findPayReach(dayOf(now)),
  ]);
  const seen = new Set<string>();
  const problems: BaseProblem[] = [];
  const checked: CheckedBase[] = [];
  for (const [index, { employeeId, ...after }] of entries.entries()) {
    const person = people.get(employeeId);
    const key = `${employeeId} ${after.from}`;
    const problem = seen.has(key)
      ? ({ rule: 'twice' } as const)
      : (problemOf(person, after, writerId, monthOf(dayOf(now))) ??
        (person ? unpaidProblem(person, after, stored.get(employeeId)?.list ?? [], reach) : null));
    seen.add(key);
    if (problem) problems.push({ line: index + 1, employeeId, ...problem });
    else if (person)
      checked.push({
        person: briefOf(person),
        rev: stored.get(employeeId)?.rev ?? 0,
        before: declaredOn(stored.get(employeeId)?.list ?? [], after.from),
        after,
      });
  }
  return { problems, checked, stored };
}

function problemOf(
  person: Employee | undefined,
  declared: DeclaredBase,
  writerId: string,
  thisMonth: Month,
): Omit<BaseProblem, 'line' | 'employeeId'> | null {
  const { from } = declared;
  if (!person) return { rule: 'unknown' };
  if (person._id === writerId) return { rule: 'own' };
  if (!isInsuranceCity(person.city)) return { rule: 'city' };
  if (from < EARLIEST) return { rule: 'too-early' };
  if (from > addMonths(thisMonth, MONTHS_AHEAD)) return { rule: 'too-far' };
  if (from < person.hiredOn.slice(0, 7)) return { rule: 'before-hire' };
  if (person.leftOn !== null && person.leftOn.slice(0, 7) < from) return { rule: 'left' };
  return percentProblem(CITY_PACKS[person.city], declared);
}

/** What is declared already concerns no run. */
const unpaidProblem = (
  person: Employee,
  after: DeclaredBase,
  list: readonly DeclaredBase[],
  reach: PaidMonths,
) =>
  list.some((each) => each.from === after.from && isSame(each, after))
    ? null
    : reachProblem(after.from, person, list, reach);

export const isSame = (one: DeclaredBase, other: DeclaredBase): boolean =>
  changedKeys(one, other).length === 0;
