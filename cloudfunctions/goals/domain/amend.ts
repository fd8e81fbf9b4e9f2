import type { Instant } from '#contracts/common';
import type { Objective } from '#contracts/goal';
import type { PersonBrief } from '#contracts/person';
import { AppError } from '../../shared/errors/app-error';
import { changedKeys } from '../../shared/history/changed-keys';
import type { Cycle } from './cycle';
import type { Amendment, Sheet } from './sheet';

interface By {
  readonly by: PersonBrief;
  readonly at: Instant;
  readonly reason: string | undefined;
  readonly cycle: Pick<Cycle, 'state'>;
}

const MAX_AMENDMENTS = 50;

/**
 * A sheet with an objective added or changed; null if it is so already. What was agreed for a running cycle is changed by a
 * recorded amendment only.
 * @throws AppError INPUT_INVALID without the reason that the change of what was agreed needs
 */
export function withObjective(sheet: Sheet, objective: Objective, by: By): Sheet | null {
  const before = sheet.objectives.find(({ id }) => id === objective.id);
  const what = before ? changedKeys(before as object, objective as object) : ['new'];
  if (what.length === 0) return null;
  const objectives = before
    ? sheet.objectives.map((each) => (each === before ? objective : each))
    : [...sheet.objectives, objective];
  return {
    ...sheet,
    objectives,
    planRev: sheet.planRev + 1,
    amendments: amended(sheet, objective.id, what, by),
  };
}

function amended(
  { amendments }: Pick<Sheet, 'amendments'>,
  objectiveId: string,
  what: readonly string[],
  { by, at, reason, cycle }: By,
): readonly Amendment[] {
  if (cycle.state === 'planned') return amendments;
  // What is new explains itself; what replaces something agreed does not.
  const isNew = what.length === 1 && what[0] === 'new';
  if (reason === undefined && !isNew)
    throw new AppError('INPUT_INVALID', { path: 'reason', rule: 'required' });
  return [{ at, by, objectiveId, what, reason: reason ?? '' }, ...amendments].slice(0, MAX_AMENDMENTS);
}

/**
 * A sheet in which an objective does not count any more; it stays visible. Null if it is so already.
 * @throws AppError NOT_FOUND, INPUT_INVALID
 */
export function withoutObjective(sheet: Sheet, objectiveId: string, by: By): Sheet | null {
  const before = sheet.objectives.find(({ id }) => id === objectiveId);
  if (!before) throw new AppError('NOT_FOUND', { what: 'objective' });
  if (before.state === 'dropped') return null;
  const objectives = sheet.objectives.map((each) =>
    each === before ? { ...each, state: 'dropped' as const } : each,
  );
  const amendments = amended(sheet, objectiveId, ['state'], by);
  return { ...sheet, objectives, planRev: sheet.planRev + 1, amendments };
}
