import type { LeaveBalance } from '#contracts/leave';

/** Leave types sorted by use: most taken first, then those with a remaining balance. */
export function sortedByUse(balances: readonly LeaveBalance[]): LeaveBalance[] {
  const has = ({ left }: LeaveBalance) => (left > 0 ? 0 : 1);
  const taken = ({ used, held }: LeaveBalance) => used + held;
  return [...balances].sort((a, b) => taken(b) - taken(a) || has(a) - has(b));
}
