import type { AboveView, CycleDays, ObjectiveView } from '#contracts/goals';
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

/** What counts comes first; what was dropped stays to be seen, below. */
export const objectiveCards = (
  objectives: readonly ObjectiveView[],
  days: CycleDays,
  words: Words,
): ObjectiveCardView[] =>
  [false, true].flatMap((isDropped) =>
    objectives
      .filter(({ state }) => (state === 'dropped') === isDropped)
      .map((each) => objectiveCard(each, days, words)),
  );

const STATES = { waiting: 'alignedWaiting', declined: 'alignedDeclined', gone: 'alignedGone' } as const;

/** What an objective is aligned to, and what it adds there or why it does not. */
function aboveText({ title, owner, adds, state }: AboveView, words: Words): string {
  const about = { owner: words.pick(owner.name), title };
  if (state) return words.t(`goals.${STATES[state]}`, about);
  return words.t('goals.alignedTo', { ...about, percent: percentText(adds) });
}

/** Of what does not count any more nothing is expected. */
const NO_DAYS: CycleDays = { workdays: 0, gone: 0 };

/** An objective with its key results. */
export function objectiveCard(objective: ObjectiveView, days: CycleDays, words: Words): ObjectiveCardView {
  const { id, title, above, progress, weight, state, keyResults } = objective;
  const isDropped = state === 'dropped';
  return {
    id,
    title,
    above: (isDropped ? [] : above).map((each) => ({
      key: `${each.place.sheetId}/${each.place.objectiveId}/${each.place.keyResultId ?? ''}`,
      text: aboveText(each, words),
    })),
    percent: progress === null ? '' : `${percentText(progress)}%`,
    weight: words.t('goals.weight', { weight }),
    state: isDropped ? words.t('goals.dropped') : '',
    rows: keyResults.map((each) => keyResultRow(each, isDropped ? NO_DAYS : days, words)),
    empty: keyResults.length === 0 ? words.t('goals.noKeyResults') : '',
  };
}
