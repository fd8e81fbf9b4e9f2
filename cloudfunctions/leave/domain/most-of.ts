import type { LeaveTypeBrief } from '#contracts/leave';
import type { LeaveRule } from './leave-type';

/** What a leave without a balance is limited to: so much for each occasion, or for a year. Leave minutes. */
export function mostOf({ mostPerRequest, mostPerYear }: LeaveRule): LeaveTypeBrief['most'] {
  if (mostPerRequest !== null) return { minutes: mostPerRequest, per: 'request' };
  return mostPerYear === null ? undefined : { minutes: mostPerYear, per: 'year' };
}
