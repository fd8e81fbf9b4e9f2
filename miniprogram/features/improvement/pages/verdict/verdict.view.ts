import { cycleText, kindOfCycle } from '../../../../locales/cycle-text';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { figureText } from '../../effect.view';
import { decisionOf, laterFigures, type VerdictModel } from './verdict.model';

const RESULTS = ['reached', 'partly', 'not'] as const;
const WAYS = ['keyResult', 'typed'] as const;

/** The verdict on a plan: the manager's, with the figure after and the next goal. */
export function verdictView(model: VerdictModel, words: Words) {
  const { plan, failure, result, texts, by, cycleId, busy } = model;
  const metric = plan?.metric ?? null;
  return {
    mode: plan ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    title: plan?.title ?? '',
    results: RESULTS.map((id) => ({ id, on: id === result, text: words.t(`plans.verdicts.${id}`) })),
    texts,
    hasMetric: metric !== null,
    unit: metric?.unit ?? '',
    metric: metric
      ? `${metric.name}${words.t('common.separator')}${words.t('plan.baseline', { value: figureText(metric.baseline.value, metric.unit) })}`
      : '',
    ways: metric?.keyResult
      ? WAYS.map((id) => ({
          id,
          on: id === by,
          text: words.t(id === 'typed' ? 'verdict.typed' : 'verdict.fromKeyResult'),
        }))
      : [],
    isTyped: by === 'typed',
    figures: laterFigures(model).map((each) => ({
      ...{ id: each.cycleId, on: each.cycleId === cycleId },
      text: words.t('planForm.figure', {
        ...{ title: each.title, value: figureText(each.value, each.unit) },
        cycle: cycleText({ id: each.cycleId, kind: kindOfCycle(each.cycleId) }, words),
      }),
    })),
    noFigures: by === 'keyResult' && model.options !== null && laterFigures(model).length === 0,
    ready: decisionOf(model) !== null && !busy,
    busy,
    text: labels(words),
  };
}

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  loadFailed: words.t('plans.loadFailed'),
  result: words.t('verdict.result'),
  reason: words.t('verdict.reason'),
  after: words.t('verdict.after'),
  value: words.t('verdict.value'),
  count: words.t('verdict.count'),
  noFigures: words.t('planForm.noFigures'),
  peers: words.t('verdict.peers'),
  peersNote: words.t('verdict.peersNote'),
  peersBefore: words.t('verdict.peersBefore'),
  peersAfter: words.t('verdict.peersAfter'),
  people: words.t('verdict.people'),
  next: words.t('verdict.next'),
  nextNote: words.t('verdict.nextNote'),
  nextTitle: words.t('verdict.nextTitle'),
  nextResult: words.t('verdict.nextResult'),
  start: words.t('verdict.start'),
  target: words.t('verdict.target'),
  unit: words.t('verdict.unit'),
  save: words.t('verdict.save'),
});
