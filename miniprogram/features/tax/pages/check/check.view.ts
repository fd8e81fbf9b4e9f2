import type { TaxContract } from '#contracts/tax';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayOf, dayText } from '../../../../utils/dates';
import { entryRow } from '../../entry-row';

export interface CheckModel {
  readonly employeeId: string;
  readonly found: TaxContract['deductionsOf']['output'] | null;
  /** The one that is being returned. */
  readonly returning: string | null;
  readonly reason: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** What somebody has declared, to be accepted or returned one by one. */
export function checkView({ found, returning, reason, busy, failure }: CheckModel, words: Words) {
  const dayAt = (at: number): string => dayText(dayOf(at, CHINA_UTC_OFFSET), words);
  return {
    mode: found ? (found.items.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    name: found ? personName(found.person, words) : '',
    rows: (found?.items ?? []).map((entry) => ({
      ...entryRow(entry, found?.month ?? '', words),
      replaces:
        entry.replaces !== null && entry.state === 'waiting' ? words.t('deductionChecks.replaces') : '',
      history: [
        words.t('deductionChecks.declared', { day: dayAt(entry.declaredAt) }),
        ...(entry.decided
          ? [
              words.t('deductionChecks.decided', {
                name: personName(entry.decided.by, words),
                day: dayAt(entry.decided.at),
              }),
            ]
          : []),
      ].join(words.t('common.separator')),
    })),
    isReturning: returning !== null,
    reason,
    canReturn: reason.trim() !== '' && !busy,
    busy,
    text: labels(words),
  };
}

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  loadFailed: words.t('deductionChecks.loadFailed'),
  none: words.t('deductionChecks.none'),
  emptyText: words.t('deductionChecks.emptyText'),
  who: words.t('deductionChecks.who'),
  accept: words.t('deductionChecks.accept'),
  return: words.t('deductionChecks.return'),
  reason: words.t('deductionChecks.reason'),
  reasonHint: words.t('deductionChecks.reasonHint'),
  cancel: words.t('common.cancel'),
});
