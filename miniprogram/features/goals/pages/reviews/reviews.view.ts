import type { TeamReviewRow } from '#contracts/goal-review';
import type { GoalsContract } from '#contracts/goals';
import { percentText } from '../../../../common/goals/share';
import { cycleText } from '../../../../locales/cycle-text';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';

export interface ReviewsModel {
  readonly cycleId: string;
  readonly data: GoalsContract['teamReviews']['output'] | null;
  readonly failure: Failure | null;
}

type State = TeamReviewRow['state'];

/** What waits for the reader comes first, then who has not handed in. */
const ORDER: readonly State[] = ['handed-in', 'missing', 'confirmed', 'none'];
const TONES: Readonly<Record<State, string>> = {
  'handed-in': 'warn',
  missing: 'info',
  confirmed: 'ok',
  none: 'info',
};

/** The closing reviews of a team. */
export function reviewsView({ data, failure }: ReviewsModel, words: Words) {
  const rows = [...(data?.rows ?? [])].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const count = (state: State) => rows.filter((row) => row.state === state).length;
  const [waiting, missing] = [count('handed-in'), count('missing')];
  const isDone = waiting + missing === 0;
  return {
    mode: data ? (rows.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    title: data ? cycleText(data.cycle, words) : '',
    summary: isDone ? words.t('goalReviews.allDone') : words.t('goalReviews.count', { waiting, missing }),
    until:
      data && !isDone ? words.t('goalReviews.until', { day: dayText(data.window.confirmTo, words) }) : '',
    rows: rows.map(({ person, state, progress }) => {
      const name = words.language === 'en' ? person.nameEn : person.name;
      const text = words.t(`goalReviews.states.${state}`);
      const percent = progress === null ? '' : `${percentText(progress)}%`;
      return {
        ...{ id: person.id, name, state: text, tone: TONES[state] },
        opens: state !== 'none',
        progress: percent ? words.t('goalReview.progress', { progress: percent }) : '',
        label: [name, text].join(words.t('common.separator')),
      };
    }),
    text: {
      retry: words.t('common.retry'),
      loadFailed: words.t('goalReview.loadFailed'),
      empty: words.t('goalReviews.empty'),
      emptyText: words.t('goalReviews.emptyText'),
    },
  };
}
