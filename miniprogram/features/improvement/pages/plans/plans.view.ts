import type { ImprovementContract, PlanBrief } from '#contracts/improvement';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';

export type Scope = ImprovementContract['plans']['input']['scope'];

export interface PlansModel {
  readonly scope: Scope;
  readonly items: readonly PlanBrief[] | null;
  readonly next: string | null;
  readonly hasTeam: boolean;
  readonly hasAll: boolean;
  readonly picking: boolean;
  readonly failure: Failure | null;
}

const TONES = { draft: 'warn', agreed: 'info', running: 'brand', done: 'ok', dropped: 'info' } as const;

/** Improvement plans of oneself, the team or everybody. */
export function plansView(model: PlansModel, words: Words) {
  const { scope, items, next, hasTeam, hasAll, failure } = model;
  const scopes: readonly Scope[] = [
    'mine',
    ...(hasTeam ? (['team'] as const) : []),
    ...(hasAll ? (['all'] as const) : []),
  ];
  return {
    mode: items ? (items.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure && !items ? errorText(failure, words) : '',
    notice: failure && items ? errorText(failure, words) : '',
    segments:
      scopes.length > 1
        ? scopes.map((id) => ({ id, on: id === scope, text: words.t(`plans.scopes.${id}`) }))
        : [],
    rows: (items ?? []).map((plan) => rowOf(plan, scope, words)),
    hasMore: next !== null,
    picking: model.picking,
    text: {
      retry: words.t('common.retry'),
      loadFailed: words.t('plans.loadFailed'),
      empty: words.t(`plans.empty.${scope}`),
      emptyText: words.t('plans.emptyText'),
      add: words.t('plans.add'),
      choose: words.t('plans.choose'),
      more: words.t('plans.more'),
    },
  };
}

function rowOf(plan: PlanBrief, scope: Scope, words: Words) {
  const { id, title, state, person, from, until, measures, verdict, waits } = plan;
  const range = words.t('plans.range', { from: dayText(from, words), to: dayText(until, words) });
  return {
    id,
    title,
    person: scope === 'mine' ? '' : personName(person, words),
    state: verdict ? words.t(`plans.verdicts.${verdict}`) : words.t(`plans.states.${state}`),
    tone: verdict === 'not' ? 'bad' : verdict === 'partly' ? 'warn' : TONES[state],
    waits: waits ? words.t(`plans.waits.${waits}`) : '',
    meta: [range, measures.all > 0 ? words.t('plans.measures', measures) : '']
      .filter(Boolean)
      .join(words.t('common.separator')),
  };
}
