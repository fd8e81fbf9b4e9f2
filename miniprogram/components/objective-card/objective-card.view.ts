import type { CycleDays, ObjectiveView } from '#contracts/goals';
import { percentText } from '../../common/goals/share';
import type { Words } from '../../locales/words';
import { type KeyResultRow, keyResultRow } from './key-result.view';

export interface ObjectiveCardView {
  readonly id: string;
  readonly title: string;
  /** What it is aligned to, one line each. */
  readonly above: readonly { readonly key: string; readonly text: string }[];
  readonly percent: string;
  readonly weight: string;
  /** That it does not count any more; empty for an active one. */
  readonly state: string;
  readonly rows: readonly KeyResultRow[];
  readonly empty: string;
}

/** An objective with its key results. */
export function objectiveCard(objective: ObjectiveView, days: CycleDays, words: Words): ObjectiveCardView {
  const { id, title, above, progress, weight, state, keyResults } = objective;
  return {
    id,
    title,
    above: above.map(({ place, title: theirs, owner, adds }) => ({
      key: `${place.sheetId}/${place.objectiveId}/${place.keyResultId ?? ''}`,
      text: words.t('goals.alignedTo', {
        owner: words.pick(owner.name),
        title: theirs,
        percent: percentText(adds),
      }),
    })),
    percent: progress === null ? '' : `${percentText(progress)}%`,
    weight: words.t('goals.weight', { weight }),
    state: state === 'dropped' ? words.t('goals.dropped') : '',
    rows: keyResults.map((each) => keyResultRow(each, days, words)),
    empty: keyResults.length === 0 ? words.t('goals.noKeyResults') : '',
  };
}
