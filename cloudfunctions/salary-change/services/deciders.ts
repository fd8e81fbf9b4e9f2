import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { findHolders } from '../../people/public';
import { briefOf, isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';

/** Who of payroll can decide about these people: not who asks, and nobody about their own pay. */
export async function findDeciders(
  employeeIds: readonly string[],
  askerId: string,
  now: Instant,
): Promise<readonly PersonBrief[]> {
  const today = dayOf(now);
  const holders = await findHolders('payroll', now);
  return holders
    .filter(
      (person) => isEmployedOn(person, today) && person._id !== askerId && !employeeIds.includes(person._id),
    )
    .map(briefOf);
}
