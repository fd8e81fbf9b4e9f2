import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import {
  bilingual,
  day,
  dayOrNone,
  figure,
  listOfDays,
  listOfObjects,
  listOfTexts,
  maybe,
  text,
  textOrNone,
} from '../../shared/faults/checks';
import type { Employee } from '../../shared/kernel/employee';
import { isAssigned } from '../rules';

/** People are imported by hand, so that a field may be missing. */
export const employees = collection<Employee>('employees', {
  name: text,
  nameEn: text,
  departmentId: text,
  job: bilingual,
  managerId: textOrNone,
  roles: listOfTexts,
  language: maybe(textOrNone),
  hiredOn: day,
  leftOn: dayOrNone,
  city: text,
  probationUntil: dayOrNone,
  workingSince: dayOrNone,
  sex: textOrNone,
  childrenBornOn: listOfDays,
  assignments: listOfObjects({ from: day, shiftId: text, siteIds: listOfTexts, fieldPolicy: text }),
  rev: figure,
});

const MAX_ASSIGNED = 1_000;

/** Uncached; see `employeeOf` for the caller. */
export const findEmployee = (id: string): Promise<Employee | null> => employees.byId(id);

/** Uncached, at most 1,000, in no particular order. */
export const findEmployeesByIds = (ids: readonly string[]): Promise<Employee[]> => employees.byIds(ids);

/** Employees by id, such as managers, from the warm cache. */
export const employeesById = cachedById(employees);

/** Forgets the cached people of this instance: the next ones are those that are stored now. */
export const forgetPeople = (): void => employeesById.clear();

/** Some people in the order of their numbers. */
export interface PeoplePage {
  readonly people: readonly Employee[];
  /** The numbers of those whose records cannot be used; they are named to HR. */
  readonly leftOut: readonly string[];
  /** The last number of a full page; null at the end. */
  readonly next: string | null;
}

/** All current and former employees, starting after `after`; at most 1,000. */
export const findEmployeesAfter = (after: string, limit: number): Promise<PeoplePage> =>
  pageAfter({}, after, limit);

/** Whose last day is one of these days, by it. */
export const findLeavers = (from: Day, to: Day, limit: number): Promise<Employee[]> =>
  employees.list((_) => ({ leftOn: _.gte(from).and(_.lte(to)) }), limit, [['leftOn', 'asc']]);

const STAFF_FIELDS = ['name', 'nameEn', 'departmentId', 'job', 'managerId', 'hiredOn', 'leftOn'] as const;

/** Everybody after a number, as far as it matters who works where and for whom; at most 1,000. */
export const findStaffAfter = (
  after: string,
  limit: number,
): Promise<Pick<Employee, '_id' | (typeof STAFF_FIELDS)[number]>[]> =>
  employees.listFields(STAFF_FIELDS, (_) => ({ _id: _.gt(after) }), limit, [['_id', 'asc']]);

/** The same of these people, at most 1,000. */
export const findStaff = (
  ids: readonly string[],
): Promise<Pick<Employee, '_id' | (typeof STAFF_FIELDS)[number]>[]> =>
  employees.fieldsByIds(STAFF_FIELDS, ids);

/** How many are assigned to a shift on a day or later; a thousand are looked at. */
export async function countAssigned(shiftId: string, today: Day): Promise<number> {
  const found = await employees.listFields(
    ['assignments', 'leftOn'],
    () => ({ 'assignments.shiftId': shiftId }),
    MAX_ASSIGNED,
  );
  const here = found.filter(({ leftOn }) => leftOn === null || leftOn >= today);
  return here.filter((person) => isAssigned(person, today, (each) => each.shiftId === shiftId)).length;
}

/** The first day on which anybody was hired; null if there is nobody. */
export async function findFirstDay(): Promise<Day | null> {
  const [first] = await employees.listFields(['hiredOn'], () => ({}), 1, [['hiredOn', 'asc']]);
  return first?.hiredOn ?? null;
}

/** Direct reports of a manager or direct members of a department, including former employees. */
export const findGroupAfter = (
  group: Pick<Employee, 'managerId'> | Pick<Employee, 'departmentId'>,
  cursor: string,
  limit: number,
): Promise<PeoplePage> => pageAfter(group, cursor, limit);

async function pageAfter(group: object, cursor: string, limit: number): Promise<PeoplePage> {
  const { documents: people, leftOut } = await employees.checkedList(
    (_) => ({ ...group, _id: _.gt(cursor) }),
    limit,
    [['_id', 'asc']],
  );
  return { people, leftOut, next: people.length === limit ? (people.at(-1)?._id ?? null) : null };
}

/** Saves one person's language. @returns whether the person exists */
export async function saveLanguage(id: string, language: Employee['language']): Promise<boolean> {
  const changed = await employees.updateWhere(
    () => ({ _id: id }),
    ({ inc }) => ({ language, rev: inc(1) }),
  );
  return changed === 1;
}

/** Writes a person with the `put` of a transaction that has read them. */
export const putEmployee = (put: Put, employee: Employee): Promise<void> => put('employees', employee);
