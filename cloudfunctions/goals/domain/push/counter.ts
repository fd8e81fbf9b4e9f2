import type { Instant } from '#contracts/common';
import type { Measure } from '#contracts/goal';
import type { ObjectiveDraft } from '#contracts/goals';
import type { PersonBrief } from '#contracts/person';
import { addDays, dayOf } from '../../../shared/calendar/company-time';
import { AppError } from '../../../shared/errors/app-error';
import { changesBetween } from './changes';
import { type Proposal, stepped } from './proposal';
import { pushable } from './push-objective';

interface Counter {
  readonly objective: ObjectiveDraft;
  readonly reason: string;
}

/**
 * Another version of a pushed objective: the same one, and its key results stay the parts of others that they were, in their
 * unit and direction.
 * @throws AppError INPUT_INVALID for the version of another one, WEIGHTS_NOT_WHOLE, MEASURE_INVALID
 */
export function otherVersion(
  { objective }: Pick<Proposal, 'objective'>,
  draft: ObjectiveDraft,
): ObjectiveDraft {
  if (draft.id !== objective.id) throw new AppError('INPUT_INVALID', { path: 'objective.id', rule: 'same' });
  const keyResults = draft.keyResults.map((each) => {
    const partOf = objective.keyResults.find(({ id }) => id === each.id)?.partOf;
    return partOf ? { ...each, partOf } : each;
  });
  const version = pushable({ ...draft, keyResults });
  requireSameMeasure(objective, version);
  return version;
}

/** @throws AppError MEASURE_INVALID for a share that would not add up to the whole any more */
function requireSameMeasure(before: ObjectiveDraft, { keyResults }: ObjectiveDraft): void {
  for (const { id, partOf, measure } of keyResults) {
    const old = before.keyResults.find((each) => each.id === id)?.measure;
    if (!partOf || !old || (measure.kind === old.kind && unitOf(measure) === unitOf(old))) continue;
    throw new AppError('MEASURE_INVALID', { field: id, rule: 'direction' });
  }
}

const unitOf = (measure: Measure): string => ('unit' in measure ? measure.unit : '');

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The owner asks for another version; it waits for who pushed it. */
export function countered({ objective: draft, reason }: Counter, by: PersonBrief, at: Instant) {
  return {
    isDone: (before: Proposal): boolean =>
      before.state === 'countered' &&
      before.counter?.reason === reason &&
      isSame(before.counter.objective, otherVersion(before, draft)),
    change(before: Proposal): Proposal {
      const objective = otherVersion(before, draft);
      const changes = changesBetween(before.objective, objective);
      if (changes.length === 0) throw new AppError('INPUT_INVALID', { path: 'counter', rule: 'changed' });
      return stepped(
        before,
        { at, by, what: 'countered', changes, reason },
        {
          ...{ state: 'countered', counter: { objective, reason }, reminded: 'nobody' },
          remindOn: addDays(later(before.deadline, dayOf(at)), 1),
        },
      );
    },
  };
}

const later = <T extends string>(a: T, b: T): T => (a > b ? a : b);
