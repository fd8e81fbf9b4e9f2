import type { Instant } from '#contracts/common';
import { type Readdressing, readdressPage, saveReaddressed } from '../../approvals/public-recount';
import { employeesById, forgetPeople } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { enqueueMessage } from '../../shared/outbox/outbox';
import { personMessage } from '../domain/consequence-message';
import type { PersonChange, SavedChange } from '../domain/saved-change';

/** Requests per unit of work. */
const PAGE_SIZE = 50;

/** What a change of a person means for requests that wait. */
export const readdressing = (
  { id, before, managerId, lastDay }: PersonChange,
  now: Instant,
): Readdressing => ({
  personId: id,
  oldManagerId: before.managerId === managerId ? null : before.managerId,
  hasLeft: lastDay !== null && lastDay < dayOf(now),
  before,
});

/**
 * Addresses a page of requests again. A request that somebody else changes meanwhile is left to the next pass; the
 * timer of requests replaces who has left anyway. @returns the cursor of the next page, null after the last
 */
export async function readdressStep(
  { cursor }: SavedChange,
  person: PersonChange,
  now: Instant,
): Promise<string | null> {
  // Whoever has just saved the person did so on another instance.
  forgetPeople();
  const page = await readdressPage(readdressing(person, now), cursor?.id ?? '', PAGE_SIZE, now);
  for (const each of page.changed) await saveReaddressed(each);
  return page.cursor;
}

/** The person and their managers are told once. Idempotent. */
export async function tellPerson(change: SavedChange, person: PersonChange, now: Instant): Promise<void> {
  const found = (await employeesById([person.id], now)).get(person.id);
  if (found) await enqueueMessage(personMessage(change, person, found, now));
}
