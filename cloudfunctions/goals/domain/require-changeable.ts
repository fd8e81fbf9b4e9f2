import type { PersonBrief } from '#contracts/person';
import { AppError } from '../../shared/errors/app-error';

/** What somebody may do with a sheet; see `accessTo` and `findPushTarget`. */
interface Editor {
  readonly canEdit: boolean;
  readonly canPush: boolean;
}

/**
 * Who answers for a sheet changes its objectives. What was agreed with who pushed it is changed by those who may push there
 * only: the owner alone cannot take back what both have said yes to.
 * @param by who pushed the objective; undefined if nobody did
 * @throws AppError OBJECTIVE_AGREED to the owner, NOT_FOUND to others
 */
export function requireChangeable(by: PersonBrief | undefined, { canEdit, canPush }: Editor): void {
  if (by ? canPush : canEdit) return;
  if (!by || !canEdit) throw new AppError('NOT_FOUND', { what: 'goals' });
  throw new AppError('OBJECTIVE_AGREED', { nameZh: by.name, nameEn: by.nameEn || by.name });
}
