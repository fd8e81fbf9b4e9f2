import type { PoolView } from '#contracts/appraisal-results';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { personName } from '../../person-name';

export interface PoolModel {
  /** Empty: the latest. */
  readonly cycleId: string;
  readonly data: PoolView | null;
  readonly failure: Failure | null;
}

/** The best fifth of the company, with the rule that it follows. */
export function poolView({ data, failure }: PoolModel, t: Words) {
  const { pool, cycle, cycles = [] } = data ?? {};
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    hasPool: pool != null,
    cycles: cycles.map(({ title }) => t.pick(title)),
    at: cycles.findIndex(({ id }) => id === cycle?.id),
    cycle: cycle ? t.pick(cycle.title) : '',
    sentence: pool
      ? t.t('pool.sentence', {
          people: t.t('pool.graded', { count: pool.size }),
          places: t.t('pool.places', { count: pool.places }),
        })
      : '',
    tie: pool?.tie ? t.t('pool.tie', { count: pool.tie.people }) : '',
    rows: (pool?.rows ?? []).map(({ person, job, shown, grade }) => ({
      id: person.id,
      name: personName(person, t),
      job: t.pick(job),
      score: t.t('pool.row', { shown, grade }),
    })),
    text: {
      loadFailed: t.t('pool.loadFailed'),
      retry: t.t('common.retry'),
      none: t.t('pool.none'),
      noneText: t.t('pool.noneText'),
      rule: t.t('pool.rule'),
    },
  };
}
