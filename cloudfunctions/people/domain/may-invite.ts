import type { Day } from '#contracts/common';
import type { InviteRefusal } from '#contracts/people';
import type { Role } from '#contracts/person';
import type { Employee } from '../../shared/kernel/employee';
import { isEmployedOn } from '../rules';

/** Roles that everybody may give a code to. */
const PLAIN: ReadonlySet<Role> = new Set(['employee', 'manager']);

/** The roles of this person that somebody else lacks: they must not act on the person's account. */
export const rolesBeyond = (who: Pick<Employee, 'roles'>, by: Pick<Employee, 'roles'>): Role[] =>
  who.roles.filter((role) => !PLAIN.has(role) && !by.roles.includes(role));

/**
 * Why somebody may not get a code from this person; null if they may. A code is as good as the account: who has fewer
 * roles must not see it. Whose last day is in the past has left; who starts later may be invited.
 */
export function inviteRefusal(
  who: Pick<Employee, 'roles' | 'hiredOn' | 'leftOn'> | undefined,
  by: Pick<Employee, 'roles'>,
  isBound: boolean,
  today: Day,
): InviteRefusal | null {
  if (!who) return 'unknown';
  if (!isEmployedOn(who, today) && who.hiredOn <= today) return 'left';
  if (isBound) return 'bound';
  return rolesBeyond(who, by).length === 0 ? null : 'roles';
}
