import type { CloneKeyResult, CloneRow } from '#contracts/goal-clone';
import { percentText } from '../../../../common/goals/share';
import { cycleText } from '../../../../locales/cycle-text';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { clonedMeasure } from '../../common/clone';
import { measureText } from '../../measure-text';
import { type CloneModel, problemOf, raiseOf, sumOf } from './clone.model';

/** What an earlier cycle has, and what of it is copied. */
export function cloneView(model: CloneModel, words: Words) {
  const { data, from, chosen, raise, fromLast, failure, busy } = model;
  const sources = data?.sources ?? [];
  const problem = data && data.rows.length > 0 ? problemOf(model) : null;
  const sum = sumOf(model);
  return {
    mode: data ? (data.rows.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    owner: data ? words.pick(data.owner.name) : '',
    to: data ? words.t('cloneGoals.to', { cycle: cycleText(data.cycle, words) }) : '',
    sources: sources.map((each) => cycleText(each, words)),
    sourceIndex: Math.max(
      0,
      sources.findIndex(({ id }) => id === from),
    ),
    source: nameOf(model, words),
    raise,
    fromLast,
    canContinue: data?.rows.some(({ keyResults }) => keyResults.some(({ last }) => last !== null)) === true,
    rows: (data?.rows ?? []).map((row) => rowView(row, model, words)),
    sum: words.t(sum > 100 ? 'cloneGoals.over' : 'cloneGoals.sum', { sum }),
    sumTone: sum > 100 ? 'bad' : sum === 100 ? 'ok' : 'warn',
    problem: problem === 'needRaise' ? words.t('cloneGoals.needRaise') : '',
    ready: data !== null && problem === null && !busy,
    send: words.t('cloneGoals.send', { count: chosen.length }),
    text: {
      retry: words.t('common.retry'),
      loadFailed: words.t('goals.loadFailed'),
      from: words.t('cloneGoals.from'),
      raise: words.t('cloneGoals.raise'),
      fromLast: words.t('cloneGoals.fromLast'),
      fromLastNote: words.t('cloneGoals.fromLastNote'),
      empty: words.t('cloneGoals.empty'),
      emptyText: words.t('cloneGoals.emptyText'),
    },
  };
}

/** The cycle that is copied from: of one that nobody opened there is only the id. */
function nameOf({ data, from }: CloneModel, words: Words): string {
  const found = data?.sources.find(({ id }) => id === from);
  return found ? cycleText(found, words) : from;
}

function rowView(row: CloneRow, model: CloneModel, words: Words) {
  const { id, title, weight, progress, isThere, keyResults, alignedTo, lost } = row;
  const came =
    progress === null ? [] : [words.t('cloneGoals.came', { progress: `${percentText(progress)}%` })];
  const aligned = alignedTo.map((each) => words.t('cloneGoals.aligned', { title: each.title }));
  return {
    ...{ id, title },
    on: model.chosen.includes(id),
    isThere: isThere ? words.t('cloneGoals.there') : '',
    about: [words.t('proposal.weight', { weight }), ...came].join(words.t('common.separator')),
    keyResults: keyResults.map((each) => keyResultView(each, model, words)),
    notes: [...aligned, ...(lost > 0 ? [words.t('cloneGoals.lost', { count: lost })] : [])],
  };
}

/** `0 → 38 单`, and what it was if that is something else. */
function keyResultView(keyResult: CloneKeyResult, model: CloneModel, words: Words) {
  const { id, title, measure, last } = keyResult;
  const change = { raise: raiseOf(model) ?? 0, last: model.fromLast ? last : null };
  const textOf = (each: CloneKeyResult['measure']) => measureText({ ...keyResult, measure: each }, words);
  const [before, after] = [textOf(measure), textOf(clonedMeasure(measure, change))];
  return { id, title, figure: after, was: before === after ? '' : words.t('cloneGoals.was', { before }) };
}
