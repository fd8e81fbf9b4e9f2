import { cycleText, kindOfCycle } from '../../../../locales/cycle-text';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { figureText } from '../../effect.view';
import { draftOf, METRICS, MOST_MEASURES, type PlanFormModel } from './plan-form.model';

const KINDS = ['step', 'training', 'meeting'] as const;
const BETTERS = ['less', 'more'] as const;

/** The form of a plan. */
export function planFormView(model: PlanFormModel, words: Words) {
  const { failure, isLoaded, state, reason, busy, changed, metricKind, option, typed, options } = model;
  const needsReason = state === 'agreed' || state === 'running';
  const isMissing = needsReason && reason.trim() === '';
  return {
    mode: isLoaded ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    title: model.title,
    ...{ from: model.from, until: model.until },
    ...{ fromText: dayText(model.from, words), untilText: dayText(model.until, words) },
    measures: model.measures.map((each, index) => ({
      ...{ id: each.id, value: each.text, dueOn: each.dueOn, isDone: each.isDone },
      name: words.t('planForm.measure', { number: index + 1 }),
      dueText: dayText(each.dueOn, words),
      kinds: KINDS.map((id) => ({ id, on: id === each.kind, text: words.t(`plan.kinds.${id}`) })),
    })),
    canAdd: model.measures.length < MOST_MEASURES,
    metrics: METRICS.map((id) => ({ id, on: id === metricKind, text: words.t(`planForm.metrics.${id}`) })),
    metricKind,
    figure: option ? optionText(option, words) : words.t('planForm.chooseFigure'),
    typed: {
      name: typed.name,
      unit: typed.unit,
      source: typed.source,
      value: typed.value,
      count: typed.count,
    },
    betters: BETTERS.map((id) => ({ id, on: id === typed.better, text: words.t(`planForm.betters.${id}`) })),
    target: model.target,
    choosing: model.choosing,
    options: (options ?? []).map((each) => ({
      key: `${each.cycleId}/${each.keyResultId}`,
      text: optionText(each, words),
    })),
    noOptions: options?.length === 0,
    needsReason,
    reason,
    ready: changed && !isMissing && !busy && draftOf(model) !== null,
    busy,
    text: labels(words),
  };
}

const optionText = (
  { title, value, unit, cycleId }: NonNullable<PlanFormModel['option']>,
  words: Words,
): string =>
  words.t('planForm.figure', {
    ...{ title, value: figureText(value, unit) },
    cycle: cycleText({ id: cycleId, kind: kindOfCycle(cycleId) }, words),
  });

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  cancel: words.t('common.cancel'),
  loadFailed: words.t('plans.loadFailed'),
  title: words.t('planForm.title'),
  titleHint: words.t('planForm.titleHint'),
  from: words.t('planForm.from'),
  until: words.t('planForm.until'),
  measureHint: words.t('planForm.measureHint'),
  due: words.t('planForm.due'),
  add: words.t('planForm.add'),
  remove: words.t('planForm.remove'),
  metric: words.t('planForm.metric'),
  chooseFigure: words.t('planForm.chooseFigure'),
  noFigures: words.t('planForm.noFigures'),
  name: words.t('planForm.name'),
  nameHint: words.t('planForm.nameHint'),
  unit: words.t('planForm.unit'),
  better: words.t('planForm.better'),
  baseline: words.t('planForm.baseline'),
  count: words.t('planForm.count'),
  countHint: words.t('planForm.countHint'),
  source: words.t('planForm.source'),
  sourceHint: words.t('planForm.sourceHint'),
  target: words.t('planForm.target'),
  reason: words.t('planForm.reason'),
  save: words.t('planForm.save'),
});
