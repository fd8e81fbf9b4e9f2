import type { Month } from '#contracts/common';
import type { DeductionsView } from '#contracts/tax';
import { errorText } from '../../../../locales/error-text';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { monthText } from '../../../../utils/dates';
import { entryRow } from '../../entry-row';

export interface DeductionsModel {
  readonly found: DeductionsView | null;
  /** The one whose last month is chosen. */
  readonly ending: string | null;
  readonly until: Month;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** One's own tax deductions. */
export function deductionsView({ found, ending, until, busy, failure }: DeductionsModel, words: Words) {
  const waiting = found?.items.filter(({ state }) => state === 'waiting').length ?? 0;
  const endingKind = found?.items.find(({ id }) => id === ending)?.detail.kind;
  return {
    mode: found ? (found.items.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    total: found ? moneyText(found.total) : '',
    totalTitle: found ? words.t('deductions.total', { month: monthText(found.month, words) }) : '',
    waiting: waiting > 0 ? words.t('deductions.waitingNote', { count: waiting }) : '',
    rows: (found?.items ?? []).map((entry) => entryRow(entry, found?.month ?? '', words)),
    confirm: found?.toConfirm ? words.t('deductions.confirm', { year: found.toConfirm }) : '',
    isEnding: ending !== null,
    ...{ until, untilText: monthText(until, words), busy },
    endNote: endingKind === 'elder' ? words.t('deductions.endElder') : '',
    text: labels(words),
  };
}

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  loadFailed: words.t('deductions.loadFailed'),
  empty: words.t('deductions.empty'),
  emptyText: words.t('deductions.emptyText'),
  totalNote: words.t('deductions.totalNote'),
  confirmText: words.t('deductions.confirmText'),
  change: words.t('deductions.change'),
  end: words.t('deductions.end'),
  drop: words.t('deductions.drop'),
  endTitle: words.t('deductions.endTitle'),
  cancel: words.t('deductions.cancel'),
  save: words.t('deductions.save'),
  fixed: words.t('deductions.fixed'),
  add: words.t('deductions.add'),
});
