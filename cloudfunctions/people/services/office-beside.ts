import type { Instant } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import { findHolders } from '../data/directory';
import { isEmployedOn } from '../rules';

/** HR and administrators without this person (null: the console), from the warm cache: who looks at what they do. */
export async function officeBeside(employeeId: string | null, now: Instant): Promise<string[]> {
  const holders = await Promise.all([findHolders('hr', now), findHolders('admin', now)]);
  const here = holders.flat().filter((each) => isEmployedOn(each, dayOf(now)));
  return [...new Set(here.map(({ _id }) => _id))].filter((id) => id !== employeeId);
}
