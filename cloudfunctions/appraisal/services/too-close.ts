import { employeesById, findHolders } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { isHr } from './calibrator';
import { decidersIn, lineAbove } from './line-above';
import type { ReadableResult } from './load-result';

/** Somebody about whom is decided. */
interface Decided {
  readonly id: string;
  /** Who has rated them; null if that does not keep anybody from deciding. */
  readonly managerId: string | null;
  /** Who decided before, and may not do so again. */
  readonly decidedBy?: string;
}

/**
 * Whether somebody is too close to a person to decide about what they got: their direct manager, who has rated them, or who
 * reports to them, whom they rate. They decide only where neither HR nor anybody further above is there to do it.
 */
export async function isTooClose(me: Employee, person: Decided, now: number): Promise<boolean> {
  const isClose = ({ _id, managerId }: Pick<Employee, '_id' | 'managerId'>) =>
    _id === person.managerId || managerId === person.id;
  if (!isClose(me)) return false;
  const line = await lineAbove(person.id, now);
  const above = await employeesById(line, now);
  const others = [...(await findHolders('hr', now)), ...above.values()];
  return others.some(
    (each) =>
      ![me._id, person.id, person.decidedBy].includes(each._id) &&
      !isClose(each) &&
      isEmployedOn(each, dayOf(now)),
  );
}

/**
 * Those of these people about whom somebody may decide as far as closeness goes: one read for all, and more for the few who report to
 * the reader or whom the reader reports to.
 */
export async function notTooClose(
  me: Employee,
  people: readonly Omit<Decided, 'managerId'>[],
  now: number,
): Promise<ReadonlySet<string>> {
  const known = await employeesById(
    people.map(({ id }) => id),
    now,
  );
  const kept = new Set<string>();
  for (const person of people) {
    const managerId = known.get(person.id)?.managerId ?? null;
    if (!(await isTooClose(me, { ...person, managerId }, now))) kept.add(person.id);
  }
  return kept;
}

/** Whether somebody may answer appeals of a person, if there is one. */
export const isDecider = ({ line }: ReadableResult, me: Employee): boolean =>
  isHr(me) || decidersIn(line).includes(me._id);

/** Whether they may, but for being too close to the person. */
export const isCloseToResult = (
  { stored: { person, result }, line }: ReadableResult,
  me: Employee,
  now: number,
): Promise<boolean> => {
  const decidedBy = result?.versions.at(-1)?.by;
  return isTooClose(me, { id: person.id, managerId: line[0] ?? null, ...(decidedBy && { decidedBy }) }, now);
};
