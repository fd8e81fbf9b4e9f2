import type { Words } from '../../locales/words';
import { filterView } from './filter.view';
import { type PendingModel, type Segment, shownOffice } from './pending.model';

export interface EmptyView {
  readonly picture: string;
  readonly title: string;
  readonly text: string;
  /** Label of the next step; empty where it is the button for a new request. */
  readonly action: string;
  /** The list that the next step shows; empty if it clears the search. */
  readonly segment: Segment | '';
}

const PICTURES: Readonly<Record<Segment, string>> = {
  waiting: 'tray',
  mine: 'paper',
  done: 'check',
  cc: 'copies',
};

/** What an empty list says, and where people go from there. */
export function emptyView(model: PendingModel, words: Words): EmptyView {
  const { segment } = model;
  if (segment === 'done' && filterView(model, words).active)
    return {
      picture: 'search',
      title: words.t('pending.filter.none'),
      text: words.t('pending.filter.noneText'),
      action: words.t('pending.filter.clear'),
      segment: '',
    };
  const next = segment === 'done' ? 'waiting' : 'mine';
  return {
    picture: PICTURES[segment],
    // Something else waits above.
    title: words.t(
      `pending.empty.${segment === 'waiting' && shownOffice(model).length > 0 ? 'requests' : segment}`,
    ),
    text: words.t(`pending.emptyText.${segment}`),
    action: segment === 'mine' ? '' : words.t(`pending.emptyAction.${next}`),
    segment: next,
  };
}
