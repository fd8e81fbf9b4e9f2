import type { ReviewDraft, ReviewsContract } from '#contracts/reviews';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';
import { openRatings, questionWords, sectionsView, sendQuestion } from '../../questions.view';
import { type Facts, factsPart } from './facts.view';

export interface FormModel {
  readonly cycleId: string;
  readonly subjectId: string;
  readonly data: ReviewsContract['reviewForm']['output'] | null;
  readonly draft: ReviewDraft;
  /** Ids of items that the server does not have yet. */
  readonly unsaved: readonly string[];
  /** How many answers this phone had kept that the server does not have. */
  readonly restored: number;
  readonly keeping: 'no' | 'saving' | 'kept' | 'failed';
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** What there is about the person; null until somebody asks for it. */
  readonly facts: Facts;
  readonly isFactsOpen: boolean;
  /** Whether the question before sending is open. */
  readonly asking: boolean;
}

/** Authors that a text needs before it is shown. */
const LEAST_AUTHORS = 5;

/** One review: the questions, what is done with the answers, and whether they are kept. */
export function formView(model: FormModel, words: Words) {
  const { data, draft, failure, keeping, busy } = model;
  const isOpen = data?.state === 'new' || data?.state === 'begun';
  const counts = data ? openRatings(data, draft) : { all: 0, open: 0 };
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    name: data ? personName(data.subject, words) : '',
    about: data
      ? [words.t(`reviewHome.relation.${data.relation}`), words.pick(data.job)].join(
          words.t('common.separator'),
        )
      : '',
    privacy: data ? privacyOf(data, words) : '',
    until: data && isOpen ? words.t('reviewForm.until', { day: dayText(data.until, words) }) : '',
    closed:
      data && !isOpen ? words.t(data.state === 'sent' ? 'reviewForm.sentText' : 'reviewForm.lateText') : '',
    isOpen,
    busy,
    asking: model.asking,
    question: questionOf(model, words),
    restored: restoredText(model, words),
    sections: data ? sectionsView(data, draft, words) : [],
    answered: words.t('reviewForm.answered', { count: counts.all - counts.open, all: counts.all }),
    kept: keeping === 'no' ? '' : words.t(`reviewForm.${keeping === 'failed' ? 'unsaved' : keeping}`),
    questions: data ? questionWords(data, words) : {},
    ...factsPart(model, words),
    text: {
      loadFailed: words.t('reviewForm.loadFailed'),
      retry: words.t('common.retry'),
      send: words.t('reviewForm.send'),
      cancel: words.t('common.cancel'),
    },
  };
}

const questionOf = ({ data, draft }: FormModel, words: Words): string =>
  data ? sendQuestion(data, draft, personName(data.subject, words), words) : '';

const restoredText = ({ restored }: FormModel, words: Words): string =>
  restored > 0 ? words.t('reviewForm.restored', { count: restored }) : '';

function privacyOf({ relation, threshold }: ReviewsContract['reviewForm']['output'], words: Words): string {
  if (relation === 'self') return words.t('reviewForm.self');
  if (relation === 'manager') return words.t('reviewForm.named');
  return words.t('reviewForm.anonymous', { threshold, texts: Math.max(threshold, LEAST_AUTHORS) });
}
