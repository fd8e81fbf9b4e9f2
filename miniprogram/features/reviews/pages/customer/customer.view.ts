import type { ReviewDraft, ReviewsContract } from '#contracts/reviews';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { questionWords, sectionsView, sendQuestion } from '../../questions.view';

export interface CustomerModel {
  readonly code: string;
  readonly data: ReviewsContract['customerForm']['output'] | null;
  readonly draft: ReviewDraft;
  readonly isSent: boolean;
  /** Whether the question before sending is open. */
  readonly asking: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** What a customer is asked, who has no account. */
export function customerView({ data, draft, isSent, asking, busy, failure }: CustomerModel, words: Words) {
  const name = data ? personName(data.subject, words) : '';
  return {
    mode: isSent ? 'sent' : data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    name,
    job: data ? words.pick(data.job) : '',
    intro: words.t('customerForm.intro', { name }),
    privacy: data ? words.t('customerForm.privacy', { threshold: data.threshold }) : '',
    sections: data ? sectionsView(data, draft, words) : [],
    questions: data ? questionWords(data, words) : {},
    busy,
    asking,
    question: data ? sendQuestion(data, draft, name, words) : '',
    text: {
      loadFailed: words.t('customerForm.loadFailed'),
      retry: words.t('common.retry'),
      send: words.t('customerForm.send'),
      cancel: words.t('common.cancel'),
      sent: words.t('customerForm.sent'),
      sentText: words.t('customerForm.sentText'),
    },
  };
}
