import type { LeaveTypeBrief } from '#contracts/leave';
import type { LeaveRule } from './leave-type';

/** The limit of a leave type without a balance, per request or per year. Leave minutes. */
export function limitOf({ mostPerRequest, mostPerYear }: LeaveRule): LeaveTypeBrief['most'] {
  if (mostPerRequest !== null) return { minutes: mostPerRequest, per: 'request' };
  return mostPerYear === null ? undefined : { minutes: mostPerYear, per: 'year' };
}
