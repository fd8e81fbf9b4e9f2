import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Instant } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import { addAppraisalPeople, findAppraisalPeople, removeAppraisalPeople } from '../data/people';
import { participantsOf } from '../domain/participants';
import { amendedPeople } from '../domain/people-due';
import { loadRoster } from './load-roster';

/**
 * Brings the people of a cycle to what its amendments say: one read where they are there already. Idempotent, so that a call that died
 * after it had recorded the amendment is completed by the next one or by the timer.
 * @returns how many were added or removed
 */
export async function applyAmendedPeople(cycle: AppraisalCycle, now: Instant): Promise<number> {
  const { added, removed } = amendedPeople(cycle);
  if (added.length + removed.length === 0) return 0;
  const there = new Set(
    (await findAppraisalPeople(cycle._id, [...added, ...removed])).map(({ person }) => person.id),
  );
  const missing = new Set(added.filter((id) => !there.has(id)));
  const left = removed.filter((id) => there.has(id));
  if (left.length > 0) await removeAppraisalPeople(cycle._id, left);
  if (missing.size > 0) {
    // Added by name: neither the day of hiring nor the department decides.
    const plan = { review: cycle.review, departments: [], hiredUntil: dayOf(now) };
    const found = participantsOf(cycle._id, plan, await loadRoster(), dayOf(now));
    await addAppraisalPeople(found.filter(({ person }) => missing.has(person.id)));
  }
  return left.length + missing.size;
}
