import type { DivisionRow } from '#contracts/goal-break-down';
import { figureText } from '../../../../components/objective-card/key-result.view';
import { cycleText } from '../../../../locales/cycle-text';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { keyOfOwner } from '../push/push.model';
import { type BreakDownModel, chosenRows, metricOf, problemOf, totalOf, WAYS } from './break-down.model';

function rowView(row: DivisionRow, model: BreakDownModel, words: Words) {
  const { owner, name, share, last } = row;
  const unit = metricOf(model)?.unit ?? '';
  const key = keyOfOwner(owner);
  // Where nobody had it before, nobody is new to it.
  const hasLast = model.data?.rows.some((each) => each.last !== null) === true;
  return {
    key,
    name: words.pick(name),
    target: model.targets[key] ?? '',
    share: share ? figureText(share.target, unit) : '',
    state: share ? words.t(`goals.proposalStates.${share.state}`) : '',
    last: last
      ? words.t('breakDown.last', {
          value: last.value === null ? '–' : figureText(last.value, unit),
          target: figureText(last.target, unit),
        })
      : hasLast
        ? words.t('breakDown.noLast')
        : '',
    isNew: hasLast && last === null,
  };
}

function totalView(model: BreakDownModel, words: Words) {
  const { sum, whole, left } = totalOf(model);
  const unit = metricOf(model)?.unit ?? '';
  const shown = figureText(Math.abs(left), unit);
  return {
    text: words.t('goals.figureOf', { value: figureText(sum, ''), target: figureText(whole, unit) }),
    width: whole === 0 ? 0 : Math.max(0, Math.min(100, (sum / whole) * 100)),
    tone: left === 0 ? 'ok' : left > 0 ? 'warn' : 'bad',
    note: words.t(left === 0 ? 'breakDown.exact' : left > 0 ? 'breakDown.left' : 'breakDown.over', {
      figure: shown,
    }),
    canFill: left !== 0 && chosenRows(model).length > 0,
  };
}

/** A key result that is divided over those below. */
export function breakDownView(model: BreakDownModel, words: Words) {
  const { data, failure, way, pasted, unmatched, weight, deadline, busy, changed, refused } = model;
  const problem = problemOf(model);
  const metric = metricOf(model);
  const count = chosenRows(model).length;
  return {
    mode: data ? (data.rows.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    title: data && metric ? `${data.title} ${figureText(metric.target, metric.unit)}` : '',
    about: data
      ? [cycleText(data.cycle, words), words.pick(data.owner.name)].join(words.t('common.separator'))
      : '',
    ownFigures: data?.hasOwnFigures ? words.t('breakDown.ownFigures') : '',
    ways: WAYS.map((id) => ({ id, name: words.t(`breakDown.ways.${id}`), on: id === way })),
    isPaste: way === 'paste',
    pasted,
    unmatched:
      unmatched.length > 0
        ? words.t('breakDown.unmatched', { lines: unmatched.join(words.t('common.changeSeparator')) })
        : '',
    rows: (data?.rows ?? []).map((row) => rowView(row, model, words)),
    unit: metric?.unit ?? '',
    total: totalView(model, words),
    weight,
    deadline,
    deadlineText: dayText(deadline, words),
    today: data?.today ?? deadline,
    refused: refused.map(({ owner, why }, index) => ({
      key: String(index),
      text: words.t('pushForm.refused', {
        name: nameIn(data?.rows ?? [], keyOfOwner(owner), words),
        why: words.t(`pushForm.refusals.${why}`),
      }),
    })),
    problem: changed && problem ? words.t(`breakDown.${problem}`) : '',
    ready: data !== null && problem === null && !busy,
    send: words.t('breakDown.send', { count }),
    text: labels(words),
  };
}

function nameIn(rows: readonly DivisionRow[], key: string, words: Words): string {
  const found = rows.find(({ owner }) => keyOfOwner(owner) === key);
  return found ? words.pick(found.name) : '';
}

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  loadFailed: words.t('goals.loadFailed'),
  empty: words.t('breakDown.empty'),
  emptyText: words.t('breakDown.emptyText'),
  pasteHint: words.t('breakDown.pasteHint'),
  total: words.t('breakDown.total'),
  fill: words.t('breakDown.fill'),
  target: words.t('objectiveForm.target'),
  weight: words.t('breakDown.weight'),
  deadline: words.t('pushForm.deadline'),
  deadlineNote: words.t('pushForm.deadlineNote'),
  fresh: words.t('breakDown.fresh'),
});
