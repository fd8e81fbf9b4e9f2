import { employeesById } from '../../people/public';

/** Reporting lines are no longer than this. */
const MAX_LEVELS = 40;

/** The managers of a person as they are today, the direct one first; one read for each who is not cached. */
export async function lineAbove(personId: string, now: number): Promise<string[]> {
  const line: string[] = [];
  let [person] = (await employeesById([personId], now)).values();
  while (person?.managerId && line.length < MAX_LEVELS && !line.includes(person.managerId)) {
    line.push(person.managerId);
    [person] = (await employeesById([person.managerId], now)).values();
  }
  return line;
}

/**
 * Those above who may decide an appeal: everybody above the direct manager, who has rated; the direct one where nobody is
 * above them.
 */
export const decidersIn = (line: readonly string[]): readonly string[] =>
  line.length > 1 ? line.slice(1) : line;
