import { collection } from '../../shared/data/collection';
import { WARM_AGE_MS, WarmCache } from '../../shared/data/warm-cache';
import { bilingual, listOfObjects, maybe, yesOrNo } from '../../shared/faults/checks';
import type { Change } from '../../shared/history/history';
import type { Setter } from '../../shared/history/setters';
import type { LeaveType } from '../domain/leave-type';
import { CHINA_LEAVE_TYPES } from '../domain/packs/china';
import { mergedTypes } from '../domain/rule-on';

/** A leave type with its history; without a history if it was never saved. */
export interface LeaveSetting extends LeaveType {
  readonly setBy?: readonly Setter[];
  readonly history?: readonly Change[];
}

const companyTypes = collection<LeaveSetting>('leave_types', {
  name: bilingual,
  enabled: maybe(yesOrNo),
  rules: listOfObjects({}),
});
export const MAX_LEAVE_TYPES = 100;
const FIELDS = ['name', 'enabled', 'rules', 'version', 'setBy'] as const;
const cache = new WarmCache<readonly LeaveSetting[]>(1, WARM_AGE_MS);
const ALL = 'all';

/**
 * The company's leave types merged over the shipped ones: one read, or none from the cache (at most a minute
 * old).
 */
export async function findLeaveTypes(now: number): Promise<readonly LeaveSetting[]> {
  return cache.get(ALL, now) ?? findLeaveTypesNow(now);
}

/** Like `findLeaveTypes`, but current and with versions. */
export async function findLeaveTypesNow(now: number): Promise<readonly LeaveSetting[]> {
  const stored = await companyTypes.listFields(FIELDS, (_) => ({ _id: _.gte('') }), MAX_LEAVE_TYPES);
  const types: readonly LeaveSetting[] = mergedTypes(CHINA_LEAVE_TYPES, stored);
  cache.set(ALL, types, now);
  return types;
}

/** The current state of one type, the company's or the shipped one. */
export async function findLeaveSetting(id: string): Promise<LeaveSetting | null> {
  return (await companyTypes.byId(id)) ?? CHINA_LEAVE_TYPES.find(({ _id }) => _id === id) ?? null;
}

/** @returns whether the type was saved; false if the stored version is not the expected one */
export async function putLeaveSetting(type: LeaveSetting, expectedVersion: number): Promise<boolean> {
  cache.delete(ALL);
  const { _id, ...fields } = type;
  if (expectedVersion === 0 && (await companyTypes.add(type)) === 'added') return true;
  const changed = await companyTypes.updateWhere(
    ({ exists }) => ({ _id, version: expectedVersion === 0 ? exists(false) : expectedVersion }),
    () => fields,
  );
  return changed === 1;
}
