import type { Alignment, GoalPlace, KeyResult, Objective } from '#contracts/goal';
import type { CloneRow } from '#contracts/goal-clone';
import type { ObjectiveDraft } from '#contracts/goals';
import { clonedMeasure } from '../../../../miniprogram/features/goals/common/clone';
import { objectiveProgress } from '../objective-progress';
import type { Sheet } from '../sheet';
import { standingsOf } from '../standings';
import { clonedId } from './cloned-id';
import { lastValue } from './last-value';
import { placeIn } from './place-in';

/** What is copied of a sheet, with where it can count in the new cycle. */
export interface Cloning {
  readonly source: Sheet;
  readonly target: Pick<Sheet, 'objectives' | 'cycleId'>;
  /** Sheets of the new cycle that something may be aligned to, and those of longer cycles. */
  readonly around: readonly Sheet[];
  /** The sheets that the objectives of the source count for. */
  readonly above: readonly Sheet[];
}

const active = ({ objectives }: Pick<Sheet, 'objectives'>): readonly Objective[] =>
  objectives.filter(({ state }) => state === 'active');

/** The active objectives of a sheet as they can be copied. */
export function cloneRows(cloning: Cloning): CloneRow[] {
  const { source, target } = cloning;
  const standings = standingsOf(source);
  return active(source).map((objective) => {
    const { id, title, weight, alignedWeight, keyResults, alignedTo } = objective;
    const places = alignedTo.map((each) => placeIn(each, cloning));
    return {
      ...{ id, title, weight, alignedWeight },
      progress: objectiveProgress(objective, standings).counted,
      isThere: target.objectives.some((each) => each.id === clonedId(source._id, id)),
      keyResults: keyResults.map((each) => ({
        ...{ id: each.id, title: each.title, weight: each.weight, measure: each.measure },
        source: copiedSource(each),
        last: lastValue(source, each, standings),
      })),
      alignedTo: places.flatMap((place) => (place ? [place] : [])),
      lost: places.filter((place) => place === null).length,
    };
  });
}

/** What was a sum of its parts is reported until it is divided again. */
const copiedSource = ({ source }: KeyResult): 'own' | 'mean' => (source === 'mean' ? 'mean' : 'own');

interface Change {
  readonly raise: number;
  readonly fromLast: boolean;
}

/**
 * An objective as it is copied: with other ids, and the alignments that are there in the new cycle. It is the owner's own and is
 * reported: who pushed it, and what it was a part of or divided into, were agreed for the earlier cycle.
 */
export function clonedDraft(objective: Objective, cloning: Cloning, change: Change): ObjectiveDraft {
  const { source } = cloning;
  const { id, title, weight, alignedWeight, keyResults, alignedTo } = objective;
  const standings = standingsOf(source);
  return {
    ...{ id: clonedId(source._id, id), title, weight, alignedWeight },
    keyResults: keyResults.map((each): KeyResult => {
      const { measure, words } = each;
      const last = change.fromLast ? lastValue(source, each, standings) : null;
      return {
        ...{ id: clonedId(source._id, each.id), title: each.title, weight: each.weight },
        source: copiedSource(each),
        measure: clonedMeasure(measure, { raise: change.raise, last }),
        ...(words && { words }),
      };
    }),
    alignedTo: alignedTo.flatMap((each): Alignment[] => {
      const found = placeIn(each, cloning);
      return found ? [{ ...found.place, weight: each.weight }] : [];
    }),
  };
}

/** The places that the active objectives of a sheet are aligned to. */
export const alignedPlaces = (source: Sheet): GoalPlace[] =>
  active(source).flatMap(({ alignedTo }) => alignedTo);
