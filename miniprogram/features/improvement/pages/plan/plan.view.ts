import type { ImprovementContract, PlanMeasure, PlanView } from '#contracts/improvement';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, instantText } from '../../../../utils/dates';
import { effectView, figureText } from '../../effect.view';
import { loopView } from './loop.view';

export type PlanData = ImprovementContract['plan']['output'];

export interface PlanModel {
  readonly id: string;
  readonly data: PlanData | null;
  /** What is being written: an entry, or that a measure is done; empty for neither. */
  readonly writing: 'report' | 'finish' | 'drop' | '';
  readonly measureId: string;
  readonly value: string;
  /** Whether the question before agreeing is open. */
  readonly asking: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** A plan, its effect, and the way from the goal to the next one. */
export function planScreen(model: PlanModel, words: Words) {
  const { data, failure, writing, busy } = model;
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    plan: data ? partsOf(data.plan, words) : null,
    effect: data ? effectOf(data.plan, words) : null,
    loop: data ? loopView(data, words) : [],
    may: data ? { ...data.plan.may, take: data.plan.may.take && data.loop.nextSheetId !== null } : NOTHING,
    writing,
    asking: model.asking,
    hasValue: writing === 'report' && data?.plan.metric !== null,
    value: model.value,
    unit: data?.plan.metric?.unit ?? '',
    before: data ? beforeText(data.plan, words) : '',
    busy,
    sheet: { ...sheetOf(writing, words), subject: `${writing}/${model.measureId}` },
    text: labels(words),
  };
}

const NOTHING = { edit: false, agree: false, report: false, decide: false, drop: false, take: false };

function sheetOf(writing: PlanModel['writing'], words: Words) {
  if (writing === 'finish')
    return { title: words.t('plan.finish'), hint: words.t('plan.finishHint'), tone: 'primary' };
  if (writing === 'drop')
    return { title: words.t('plan.drop'), hint: words.t('plan.dropHint'), tone: 'danger' };
  return { title: words.t('plan.report'), hint: words.t('plan.reportHint'), tone: 'primary' };
}

/** What the figure was, for whoever reports another one. */
const beforeText = ({ metric }: PlanView, words: Words): string =>
  metric ? words.t('plan.baseline', { value: figureText(metric.baseline.value, metric.unit) }) : '';

function effectOf({ effect, metric }: PlanView, words: Words) {
  return effect && metric ? effectView(effect, metric, words) : null;
}

function partsOf(plan: PlanView, words: Words) {
  const {
    title,
    state,
    verdict,
    person,
    from,
    until,
    gaps,
    measures,
    agreed,
    entries,
    changes,
    isDuty,
    may,
  } = plan;
  return {
    title,
    person: personName(person, words),
    state: verdict ? words.t(`plans.verdicts.${verdict.result}`) : words.t(`plans.states.${state}`),
    tone: toneOf(plan),
    source: sourceText(plan, words),
    range: words.t('plans.range', { from: dayText(from, words), to: dayText(until, words) }),
    duty: isDuty ? words.t('plan.duty') : '',
    gaps: gaps.map(({ id, name, score }) => ({
      ...{ id, name: words.pick(name) },
      score: score === null ? words.t('plan.noScore') : words.t('plan.score', { score }),
    })),
    agreement: (['person', 'manager'] as const).map((side) => ({
      ...{ side, name: words.t(`plan.${side}`), isDone: agreed[side] !== null },
      text: whenText(agreed[side], words),
    })),
    measures: measures.map((each) => measureRow(each, may.report, words)),
    metric: metricOf(plan, words),
    entries: entries.map(({ id, at, by, text, value }) => ({
      ...{ id, text, value: value === null ? '' : figureText(value, plan.metric?.unit ?? '') },
      meta: [personName(by, words), whenText(at, words)].join(words.t('common.separator')),
    })),
    changes: changes.map(({ at, by, what, reason }, index) => ({
      key: String(index),
      text: what.map((each) => words.t(`plan.what.${each}`)).join(words.t('common.listSeparator')),
      meta: [reason, personName(by, words), whenText(at, words)].join(words.t('common.separator')),
    })),
    verdict: verdict
      ? {
          reason: verdict.reason,
          meta: [personName(verdict.by, words), whenText(verdict.at, words)].join(
            words.t('common.separator'),
          ),
        }
      : null,
    isOpen: state === 'agreed' || state === 'running',
  };
}

const whenText = (at: number | null, words: Words): string =>
  at === null ? words.t('plan.notYet') : instantText(at, CHINA_UTC_OFFSET, words);

function toneOf({ verdict, state }: PlanView): string {
  if (verdict) return { reached: 'ok', partly: 'warn', not: 'bad' }[verdict.result];
  return { draft: 'warn', agreed: 'info', running: 'brand', done: 'ok', dropped: 'info' }[state];
}

function sourceText({ source }: PlanView, words: Words): string {
  if (source.kind !== 'appraisal') return words.t(`plan.sources.${source.kind}`);
  const { title, grade, score } = source;
  return words.t('plan.sources.appraisal', { title: words.pick(title), grade: words.pick(grade), score });
}

function measureRow({ id, kind, text, dueOn, done }: PlanMeasure, mayFinish: boolean, words: Words) {
  return {
    ...{ id, text, kind: words.t(`plan.kinds.${kind}`) },
    state: done
      ? words.t('plan.done', { day: dayText(done.on, words) })
      : words.t('plan.due', { day: dayText(dueOn, words) }),
    isDone: done !== null,
    evidence: done?.evidence ?? '',
    mayFinish: mayFinish && done === null,
  };
}

function metricOf(plan: PlanView, words: Words) {
  const { metric, entries, effect } = plan;
  if (!metric || effect) return null;
  const { name, unit, target, source, keyResult } = metric;
  const latest = entries.find(({ value }) => value !== null)?.value ?? null;
  return {
    name,
    baseline: beforeText(plan, words),
    latest: latest === null ? '' : words.t('plan.latest', { value: figureText(latest, unit) }),
    target: target === null ? '' : words.t('plan.target', { value: figureText(target, unit) }),
    source: words.t('plan.metricSource', { source: keyResult ? words.t('plan.keyResult') : source }),
  };
}

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  cancel: words.t('common.cancel'),
  loadFailed: words.t('plans.loadFailed'),
  gaps: words.t('plan.gaps'),
  agreement: words.t('plan.agreement'),
  measures: words.t('plan.measures'),
  finish: words.t('plan.finish'),
  metric: words.t('plan.metric'),
  entries: words.t('plan.entries'),
  noEntries: words.t('plan.noEntries'),
  report: words.t('plan.report'),
  value: words.t('plan.value'),
  changes: words.t('plan.changes'),
  agree: words.t('plan.agree'),
  agreeAsk: words.t('plan.agreeAsk'),
  edit: words.t('plan.edit'),
  decide: words.t('plan.decide'),
  drop: words.t('plan.drop'),
  effect: words.t('plan.effect'),
  verdict: words.t('plan.verdict'),
  loop: words.t('plan.loop'),
  take: words.t('plan.take'),
});
