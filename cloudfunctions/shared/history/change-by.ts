import type { Instant } from '#contracts/common';
import type { Employee } from '../kernel/employee';
import type { Change } from './history';

/** An entry of the history in the caller's name. */
export function changeBy(
  { _id, name, nameEn }: Employee,
  at: Instant,
  version: number,
  what: readonly string[],
): Change {
  return { at, byId: _id, byName: name, byNameEn: nameEn, version, what };
}
