import { errorText } from '../../locales/error-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';

export interface YearFrame<Month> {
  readonly year: number;
  /** The latest one that can be chosen. */
  readonly thisYear: number;
  readonly months: readonly Month[] | null;
  readonly isLocked: boolean;
  readonly failure: Failure | null;
}

const YEARS_BACK = 10;

/** What such a page shows around its months, which are none while it is locked. */
export function yearFrame<Month>({ year, thisYear, months, isLocked, failure }: YearFrame<Month>, t: Words) {
  const shown = isLocked ? [] : (months ?? []);
  return {
    shown,
    frame: {
      mode: isLocked ? 'locked' : months ? 'ready' : failure ? 'error' : 'loading',
      error: failure && !isLocked ? errorText(failure, t) : '',
      year: t.t('payYear.year', { year }),
      canEarlier: year > thisYear - YEARS_BACK,
      canLater: year < thisYear,
      isEmpty: shown.length === 0,
    },
    text: {
      retry: t.t('common.retry'),
      earlier: t.t('payYear.earlier'),
      later: t.t('payYear.later'),
    },
  };
}
