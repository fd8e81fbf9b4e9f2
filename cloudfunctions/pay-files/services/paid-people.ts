import type { Month } from '#contracts/common';
import { requireSlipsAfter, type StoredSlip } from '../../payroll/public';
import { departmentsById, employeesById } from '../../people/public';
import type { VersionedSettings } from '../data/file-settings';
import { findDetails } from '../data/pay-details';
import { CITY_NAMES, NO_CITY } from '../domain/city-names';
import type { PaidPerson } from '../domain/paid-person';
import { paidPersonOf } from '../domain/paid-person-of';
import { NO_DETAILS } from '../domain/pay-details';
import { centreOf } from '../domain/settings';

/** Slips whose data is in memory at one time. */
export const PAGE_SIZE = 100;

export interface PaidPage {
  readonly slips: readonly StoredSlip[];
  readonly people: readonly PaidPerson[];
  /** The last employee number of a full page; null at the end. */
  readonly next: string | null;
}

/** The next people of a run with all that files say of them: two reads, and those of people and departments that are new. */
export async function readPaidPeople(
  month: Month,
  after: string,
  limit: number,
  { settings }: VersionedSettings,
  now: number,
): Promise<PaidPage> {
  const { slips, next } = await requireSlipsAfter(month, after, limit);
  const ids = slips.map(({ employeeId }) => employeeId);
  const [people, details] = await Promise.all([employeesById(ids, now), findDetails(ids)]);
  const departments = await departmentsById(
    [...new Set([...people.values()].map(({ departmentId }) => departmentId))],
    now,
  );
  return {
    slips,
    people: slips.map(({ employeeId, content }) => {
      const person = people.get(employeeId);
      return paidPersonOf({
        ...{
          employeeId,
          slip: content,
          person,
          city: content.city === null ? NO_CITY : CITY_NAMES[content.city],
        },
        details: details.get(employeeId)?.details ?? NO_DETAILS,
        costCentre: centreOf(departments.get(person?.departmentId ?? ''), settings),
      });
    }),
    next,
  };
}
