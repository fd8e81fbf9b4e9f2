import type { AppraisalCycleBrief } from '#contracts/appraisal-cycle';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';
import { headOf } from '../../cycle-words';

export interface AppraisalsModel {
  readonly cycles: readonly AppraisalCycleBrief[] | null;
  readonly failure: Failure | null;
}

/** The cycles of appraisal, the latest first. */
export function appraisalsView({ cycles, failure }: AppraisalsModel, t: Words) {
  return {
    mode: cycles ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    cycles: (cycles ?? []).map((cycle) => ({
      ...headOf(cycle, t),
      until:
        cycle.state === 'running' ? t.t('appraisals.until', { day: dayText(cycle.answersUntil, t) }) : '',
    })),
    text: {
      retry: t.t('common.retry'),
      loadFailed: t.t('appraisals.loadFailed'),
      add: t.t('appraisals.add'),
      empty: t.t('appraisals.empty'),
      emptyText: t.t('appraisals.emptyText'),
    },
  };
}
