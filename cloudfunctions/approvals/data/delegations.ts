import type { Day } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { collection } from '../../shared/data/collection';
import { WARM_AGE_MS, WARM_SIZE, WarmCache } from '../../shared/data/warm-cache';
import { day, objectOf, text } from '../../shared/faults/checks';
import type { ActiveDelegation } from '../domain/request/request';

/**
 * A delegation of decisions and its range of days. `_id` is the employee number of the person who delegates.
 */
export interface DelegationDocument {
  readonly _id: string;
  readonly person: PersonBrief;
  readonly delegateId: string;
  readonly delegate: PersonBrief;
  readonly from: Day;
  readonly to: Day;
}

const person = objectOf({ id: text, name: text, nameEn: text });
/** A damaged one delegates nothing, such as one without an end. */
const delegations = collection<DelegationDocument>('delegations', {
  person,
  delegateId: text,
  delegate: person,
  from: day,
  to: day,
});
const cache = new WarmCache<readonly DelegationDocument[]>(WARM_SIZE, WARM_AGE_MS);

/** Delegations to one delegate at the same time. */
const MAX_DELEGATIONS = 50;

/** A damaged one is as none, so that the person can set another one in its place. */
export async function findDelegation(employeeId: string): Promise<DelegationDocument | null> {
  const [found = null] = await delegations.byIds([employeeId]);
  return found;
}

/** The delegations to a person that are active today. */
export async function findDelegationsTo(
  delegateId: string,
  today: Day,
  now: number,
): Promise<ActiveDelegation[]> {
  const found = await delegations.list((_) => ({ delegateId, to: _.gte(today) }), MAX_DELEGATIONS, [
    ['to', 'asc'],
  ]);
  cache.set(delegateId, found, now);
  return activeOf(found, today);
}

/** The delegations as cached by this instance, at most a minute old; null if not cached. */
export function cachedDelegationsOf(delegateId: string, today: Day, now: number): ActiveDelegation[] | null {
  const known = cache.get(delegateId, now);
  return known ? activeOf(known, today) : null;
}

/** The ids whose requests wait for a person: the own one, and those that delegate to the person; at most a minute old. */
export async function approversFor(employeeId: string, today: Day, now: number): Promise<string[]> {
  const delegations =
    cachedDelegationsOf(employeeId, today, now) ?? (await findDelegationsTo(employeeId, today, now));
  return [employeeId, ...delegations.map(({ fromId }) => fromId)];
}

const activeOf = (found: readonly DelegationDocument[], today: Day): ActiveDelegation[] =>
  found
    .filter(({ from, to }) => from <= today && today <= to)
    .map(({ _id, person, from, to }) => ({ fromId: _id, person, from, to }));

/** One per person; replaces an existing delegation. */
export async function saveDelegation(delegation: DelegationDocument): Promise<void> {
  cache.delete(delegation.delegateId);
  const { _id, ...fields } = delegation;
  if ((await delegations.add(delegation)) === 'added') return;
  await delegations.updateWhere(
    () => ({ _id }),
    () => fields,
  );
}

export async function removeDelegation(employeeId: string): Promise<void> {
  await delegations.removeWhere(() => ({ _id: employeeId }));
}
