import type { LeaveBalance } from '#contracts/leave';

/** Types of leave, what the person takes most first, then what they have something of. */
export function leaveByUse(balances: readonly LeaveBalance[]): LeaveBalance[] {
  const has = ({ left }: LeaveBalance) => (left > 0 ? 0 : 1);
  const taken = ({ used, held }: LeaveBalance) => used + held;
  return [...balances].sort((a, b) => taken(b) - taken(a) || has(a) - has(b));
}
