import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf } from '../../shared/kernel/policy';
import type { PeersRole } from '../domain/peers';

/** HR owns the cycles, and sees how far the answers are. */
export const isOffice = (me: Employee): boolean => abilityOf(me).can('update', 'AppraisalCycles');

/** What somebody is to a person about whom customers are asked: the person and HR hand out cards, the manager sees how many. */
export type CardRole = 'self' | 'hr' | 'manager';

/** @throws AppError NOT_FOUND for everybody else */
export function cardRoleOf(person: AppraisalPerson, me: Employee): CardRole {
  if (person.person.id === me._id) return 'self';
  if (isOffice(me)) return 'hr';
  if (person.managerId === me._id) return 'manager';
  throw new AppError('NOT_FOUND', { what: 'review' });
}

/**
 * What somebody is to a person whose peers are arranged: the person, or who confirms: the manager as at the start,
 * or HR. HR and managers are no confirmers of their own.
 * @throws AppError NOT_FOUND for everybody else
 */
export function arrangerOf(person: AppraisalPerson, me: Employee): PeersRole {
  if (person.person.id === me._id) return 'self';
  if (person.managerId === me._id || isOffice(me)) return 'confirmer';
  throw new AppError('NOT_FOUND', { what: 'review' });
}
