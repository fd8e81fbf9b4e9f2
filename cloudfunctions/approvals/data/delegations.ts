import type { Day } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { collection } from '../../shared/data/collection';
import { WARM_AGE_MS, WARM_SIZE, WarmCache } from '../../shared/data/warm-cache';
import type { ActiveDelegation } from '../domain/request/request';

/** Who decides in somebody's place, and from when to when. `_id` is the absent person's number. */
export interface DelegationDocument {
  readonly _id: string;
  readonly person: PersonBrief;
  readonly delegateId: string;
  readonly delegate: PersonBrief;
  readonly from: Day;
  readonly to: Day;
}

const delegations = collection<DelegationDocument>('delegations');
const cache = new WarmCache<readonly DelegationDocument[]>(WARM_SIZE, WARM_AGE_MS);

/** People who may hand their decisions to one delegate at the same time. */
const MAX_DELEGATIONS = 50;

export const findDelegation = (employeeId: string): Promise<DelegationDocument | null> =>
  delegations.byId(employeeId);

/** Everybody whose decisions a person takes today. */
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

/** The same as this instance last saw it, at most a minute old; null if it has not. */
export function knownDelegationsOf(delegateId: string, today: Day, now: number): ActiveDelegation[] | null {
  const known = cache.get(delegateId, now);
  return known ? activeOf(known, today) : null;
}

const activeOf = (found: readonly DelegationDocument[], today: Day): ActiveDelegation[] =>
  found
    .filter(({ from, to }) => from <= today && today <= to)
    .map(({ _id, person, from, to }) => ({ fromId: _id, person, from, to }));

/** One per person: a new one takes the place of the old. */
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
  await delegations.removeWhere({ _id: employeeId });
}
