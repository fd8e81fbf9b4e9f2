import type { TaxContract } from '#contracts/tax';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayOf, dayText } from '../../../../utils/dates';

export interface ChecksModel {
  readonly items: TaxContract['deductionChecks']['output']['items'] | null;
  readonly next: string | null;
  readonly failure: Failure | null;
}

/** Who waits for a check of their deductions. */
export function checksView({ items, next, failure }: ChecksModel, words: Words) {
  return {
    mode: items ? (items.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure && !items ? errorText(failure, words) : '',
    notice: failure && items ? errorText(failure, words) : '',
    rows: (items ?? []).map(({ person, count, since }) => ({
      id: person.id,
      name: personName(person, words),
      meta: [
        words.t('deductionChecks.count', { count }),
        words.t('deductionChecks.since', { day: dayText(dayOf(since, CHINA_UTC_OFFSET), words) }),
      ].join(words.t('common.separator')),
    })),
    hasMore: next !== null,
    text: {
      retry: words.t('common.retry'),
      loadFailed: words.t('deductionChecks.loadFailed'),
      empty: words.t('deductionChecks.empty'),
      emptyText: words.t('deductionChecks.emptyText'),
      more: words.t('deductionChecks.more'),
    },
  };
}
