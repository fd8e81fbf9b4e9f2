import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { LatePerson } from '#contracts/appraisal-cycles';
import type { Instant } from '#contracts/common';
import { findStaff } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import type { DutySource } from '../domain/duty-source';
import { lateByPerson } from '../domain/late-people';
import type { Staff } from '../domain/participants';
import { loadDuties } from './load-duties';

const IDS_AT_ONCE = 1_000;

/** Somebody who is here and owes something. */
export interface Late {
  readonly person: Staff;
  readonly duties: LatePerson['duties'];
  readonly open: number;
}

/** The duties of a cycle, and who of those who are still here is late, the most first: the reads of each duty, and a read for every thousand. */
export async function findLate(sources: readonly DutySource[], cycle: AppraisalCycle, now: Instant) {
  const duties = await loadDuties(sources, cycle, now);
  const owing = lateByPerson(duties);
  const staff = new Map<string, Staff>();
  for (let at = 0; at < owing.length; at += IDS_AT_ONCE)
    for (const each of await findStaff(owing.slice(at, at + IDS_AT_ONCE).map(({ id }) => id)))
      staff.set(each._id, each);
  const late = owing.flatMap(({ id, ...owed }): Late[] => {
    const person = staff.get(id);
    return person && isEmployedOn(person, dayOf(now)) ? [{ person, ...owed }] : [];
  });
  return { duties, late };
}
