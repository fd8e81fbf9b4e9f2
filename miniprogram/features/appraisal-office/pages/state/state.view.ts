import type { OpenCycle } from '#contracts/appraisal-cycles';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';
import { headOf, partsText, relationsText } from '../../cycle-words';

export interface StateModel {
  readonly cycles: readonly OpenCycle[] | null;
  readonly failure: Failure | null;
}

/** What everybody sees of the appraisals of the company: what counts, who is asked, until when. */
export function stateView({ cycles, failure }: StateModel, t: Words) {
  return {
    mode: cycles ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    cycles: (cycles ?? []).map((cycle) => cycleRow(cycle, t)),
    text: {
      retry: t.t('common.retry'),
      loadFailed: t.t('appraisals.loadFailed'),
      empty: t.t('appraisalState.empty'),
      emptyText: t.t('appraisalState.emptyText'),
      counts: t.t('appraisalState.counts'),
      asked: t.t('appraisalState.asked'),
    },
  };
}

/** While answers are let in. */
const ASKING: readonly OpenCycle['state'][] = ['draft', 'starting', 'running'];

function cycleRow(cycle: OpenCycle, t: Words) {
  const { state, appealDays, parts, isIn } = cycle;
  return {
    ...headOf(cycle, t),
    now: state === 'draft' ? '' : t.t(`appraisalState.stateNow.${state}`),
    isIn: t.t(`appraisalState.${isIn ? 'isIn' : ASKING.includes(state) ? 'notIn' : 'notInOver'}`),
    counts: partsText(parts, t),
    asked: relationsText(cycle, t) || t.t('appraisalState.nobody'),
    days: daysOf(cycle, t),
    anonymous: anonymousText(cycle, t),
    appeal: t.t('appraisalState.appeal', { count: appealDays }),
  };
}

/** Groups of whom nobody learns who wrote what; empty where none of them is asked. */
function anonymousText({ relations, threshold }: OpenCycle, t: Words): string {
  const groups = relations.filter((relation) => relation !== 'self' && relation !== 'manager');
  if (threshold === null || groups.length === 0) return '';
  return t.t('appraisalState.anonymous', {
    names: relationsText({ relations: groups }, t),
    count: threshold,
  });
}

function daysOf({ state, peersUntil, confirmUntil, answersUntil }: OpenCycle, t: Words): string[] {
  const day = dayText(answersUntil, t);
  if (state !== 'starting' && state !== 'running') return [t.t('appraisalState.closed', { day })];
  return [
    ...(peersUntil ? [t.t('appraisalState.peersUntil', { day: dayText(peersUntil, t) })] : []),
    ...(confirmUntil ? [t.t('appraisalState.confirmUntil', { day: dayText(confirmUntil, t) })] : []),
    t.t('appraisalState.answersUntil', { day }),
  ];
}
