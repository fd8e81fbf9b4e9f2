import type { Instant } from '#contracts/common';
import { findGroupAfter } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { findSheetsByIds } from '../data/sheets';
import { type Sheet, sheetIdOf } from '../domain/sheet';

/** The most direct reports that are shown. */
const MAX_TEAM = 200;

/** Direct reports who are employed today with their sheets of a cycle: two reads. */
export async function teamSheets(
  cycleId: string,
  me: Employee,
  now: Instant,
): Promise<readonly (readonly [person: Employee, sheet: Sheet | undefined])[]> {
  const { people } = await findGroupAfter({ managerId: me._id }, '', MAX_TEAM);
  const here = people.filter((person) => isEmployedOn(person, dayOf(now)));
  const idOf = ({ _id }: Employee) => sheetIdOf(cycleId, { kind: 'person', id: _id });
  const sheets = new Map((await findSheetsByIds(here.map(idOf))).map((sheet) => [sheet._id, sheet]));
  return here.map((person) => [person, sheets.get(idOf(person))] as const);
}
