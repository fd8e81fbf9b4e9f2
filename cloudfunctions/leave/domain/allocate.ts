import type { Day, Minutes } from '#contracts/common';
import { type GrantState, oldestFirst, usableOn } from '../../accounts/rules-ledger';

/** Minutes taken from one grant. */
export interface Portion {
  readonly grantId: string;
  readonly minutes: Minutes;
  readonly expiresOn: Day | null;
}

export interface Allocation {
  readonly portions: readonly Portion[];
  /** Minutes that could be taken, and minutes requested; the balance suffices if they are equal. */
  readonly taken: Minutes;
  readonly wanted: Minutes;
}

/**
 * Takes the minutes of each day from the grants usable on that day, oldest first. The order of `grants` is
 * irrelevant.
 */
export function allocate(
  grants: readonly GrantState[],
  days: readonly { readonly day: Day; readonly minutes: Minutes }[],
): Allocation {
  const order = [...grants].sort(oldestFirst);
  const left = new Map(order.map((grant) => [grant.id, grant.left]));
  const taken = new Map<string, Minutes>();
  for (const { day, minutes } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    let remaining = minutes;
    for (const grant of order.filter((each) => usableOn(each, day))) {
      const part = Math.min(remaining, Math.max(0, left.get(grant.id) ?? 0));
      if (part === 0) continue;
      remaining -= part;
      left.set(grant.id, (left.get(grant.id) ?? 0) - part);
      taken.set(grant.id, (taken.get(grant.id) ?? 0) + part);
    }
  }
  const portions = order.flatMap(({ id, expiresOn }) => {
    const minutes = taken.get(id);
    return minutes === undefined ? [] : [{ grantId: id, minutes, expiresOn }];
  });
  const sum = (parts: readonly { readonly minutes: Minutes }[]) =>
    parts.reduce((total, { minutes }) => total + minutes, 0);
  return { portions, taken: sum(portions), wanted: sum(days) };
}
