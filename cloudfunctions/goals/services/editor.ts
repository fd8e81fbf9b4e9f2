import type { SheetOwner } from '#contracts/goal';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { accessTo } from './access';
import { findPushTarget } from './push/push-target';

/** What somebody who changes objectives of an owner may change; `asks`: who is told of a change of what was pushed. */
export interface Editing {
  readonly tier: number;
  readonly canEdit: boolean;
  readonly canPush: boolean;
  readonly asks: readonly string[];
}

/** No further read than `accessTo` when nothing is cached, but of the leaders above a department. @throws AppError NOT_FOUND */
export async function editingOf(owner: SheetOwner, me: Employee, now: number): Promise<Editing> {
  const { tier, canEdit } = await accessTo(owner, me, now);
  const target = await findPushTarget(owner, me, now);
  if (!canEdit && !target) throw new AppError('NOT_FOUND', { what: 'goals' });
  return { tier, canEdit, canPush: target !== null, asks: target?.asks ?? [] };
}
