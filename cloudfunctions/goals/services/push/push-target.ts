import type { SheetOwner } from '#contracts/goal';
import type { ObjectiveDraft } from '#contracts/goals';
import { departmentsById, employeesById } from '../../../people/public';
import { isEmployedOn } from '../../../people/rules';
import { dayOf } from '../../../shared/calendar/company-time';
import { AppError } from '../../../shared/errors/app-error';
import type { Employee } from '../../../shared/kernel/employee';
import { abilityOf } from '../../../shared/kernel/policy';
import { tierOf } from '../../domain/sheet';
import { isAbove, isLeaderOf } from '../access';
import { leaderOf } from './asked';

/** Somebody whom goals are pushed to. */
export interface PushTarget {
  readonly owner: SheetOwner;
  readonly tier: number;
  /** Who has to confirm. */
  readonly asks: readonly string[];
}

/** What one of several is asked to reach. */
export interface PushRow {
  readonly target: PushTarget;
  readonly objective: ObjectiveDraft;
}

/**
 * Goals are pushed by HR and by who is above: to a person by their managers and the leaders of their departments, to a
 * department by the leaders of those above it. Nobody pushes to themselves.
 * @returns null for everybody else
 */
export async function findPushTarget(
  owner: SheetOwner,
  me: Employee,
  now: number,
): Promise<PushTarget | null> {
  const isOwn = owner.kind === 'person' && owner.id === me._id;
  if (owner.kind === 'company' || isOwn) return null;
  const isHr = abilityOf(me).can('update', 'GoalCycles');
  if (owner.kind === 'department') {
    const department = (await departmentsById([owner.id], now)).get(owner.id);
    const leader = department && (await leaderOf(department, now));
    const may = department && leader !== me._id && (isHr || (await isLeaderOf(department, me._id, now)));
    if (!may) return null;
    return { owner, tier: tierOf(owner, department.path.length + 1), asks: leader ? [leader] : [] };
  }
  const person = (await employeesById([owner.id], now)).get(owner.id);
  const may = person && (isHr || (await isAbove(person, me._id, now)));
  if (!may || !isEmployedOn(person, dayOf(now))) return null;
  return { owner, tier: tierOf(owner, 0), asks: [person._id] };
}

/** @throws AppError NOT_FOUND unless the person may push there */
export async function pushTarget(owner: SheetOwner, me: Employee, now: number): Promise<PushTarget> {
  const found = await findPushTarget(owner, me, now);
  if (!found) throw new AppError('NOT_FOUND', { what: owner.kind === 'person' ? 'person' : 'department' });
  return found;
}

/** At most one read each of people and departments for all of them. */
export async function pushTargets(
  owners: readonly SheetOwner[],
  me: Employee,
  now: number,
): Promise<PushTarget[]> {
  const idsOf = (kind: SheetOwner['kind']) =>
    owners.flatMap((owner) => (owner.kind === kind && 'id' in owner ? [owner.id] : []));
  await employeesById(idsOf('person'), now);
  await departmentsById(idsOf('department'), now);
  const targets: PushTarget[] = [];
  for (const owner of owners) targets.push(await pushTarget(owner, me, now));
  return targets;
}
