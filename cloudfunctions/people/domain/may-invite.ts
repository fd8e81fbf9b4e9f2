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

/** Whether a person has a role of HR, payroll or administration: they decide about others. */
export const isOffice = ({ roles }: Pick<Employee, 'roles'>): boolean =>
  roles.some((role) => !PLAIN.has(role));

/**
 * Why somebody may not get a code from this person; null if they may. A code is as good as the account: who has fewer
 * roles must not see it, and the codes of the office are made by an administrator, so that HR cannot become the
 * colleague who confirms what they do. Whose last day is in the past has left; who starts later may be invited.
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
  if (isOffice(who) && !by.roles.includes('admin')) return 'roles';
  return rolesBeyond(who, by).length === 0 ? null : 'roles';
}
