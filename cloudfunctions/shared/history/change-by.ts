import type { Instant } from '#contracts/common';
import type { Employee } from '../kernel/employee';
import type { Change } from './history';

/** A history entry for a change made by the caller. */
export function changeBy(
  { _id, name, nameEn }: Employee,
  at: Instant,
  version: number,
  what: readonly string[],
): Change {
  return { at, byId: _id, byName: name, byNameEn: nameEn, version, what };
}
