import type { TreeNode } from '#contracts/goals';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { checked, type KeyResultDraft, KINDS, type ObjectiveModel, SOURCES } from './objective.model';

/** The editor of an objective. */
export function objectiveView(model: ObjectiveModel, words: Words) {
  const { sheet, cycle, failure, title, weight, alignedWeight, keyResults, changed, busy, isNew } = model;
  const { objective, problems, sum } = checked(model);
  const problem = (field: string) =>
    changed && problems[field] ? words.t(`objectiveForm.${problems[field]}`, { sum }) : '';
  return {
    mode: sheet ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    name: title,
    weight,
    alignedWeight,
    canEdit: sheet?.canEdit === true && cycle?.state !== 'closed' && cycle?.state !== 'closing',
    isNew,
    aligned: alignedViews(model, words),
    rows: keyResults.map((each, index) => rowView(each, index, problem(each.id), words)),
    sum: sum === 100 ? words.t('objectiveForm.sumRight') : words.t('objectiveForm.sum', { sum }),
    sumTone: sum === 100 ? 'ok' : 'warn',
    showSum: keyResults.length > 0 || sum > 0,
    needsReason: !isNew && cycle?.state === 'running',
    reason: model.reason,
    problems: { title: problem('title'), weight: problem('weight'), reason: problem('reason') },
    ready: objective !== null && changed && !busy,
    choosing: model.choosing,
    options: (model.nodes ?? []).flatMap((node) => optionsOf(node, words)),
    isChoiceEmpty: model.nodes?.every((node) => optionsOf(node, words).length === 0) === true,
    text: labels(words),
  };
}

function rowView(
  { id, title, kind, source, start, target, limit, unit, weight, milestones }: KeyResultDraft,
  index: number,
  problem: string,
  words: Words,
) {
  return {
    ...{ id, title, start, target, limit, unit, weight, kind, source, problem },
    name: words.t('objectiveForm.keyResultTitle', { number: index + 1 }),
    isMeasured: source !== 'mean',
    isMetric: source !== 'mean' && kind === 'metric',
    isLimit: source !== 'mean' && (kind === 'keep-above' || kind === 'keep-below'),
    isSteps: source !== 'mean' && kind === 'milestones',
    kinds: (source === 'sum' ? (['metric'] as const) : KINDS).map((each) => ({
      ...{ id: each, name: words.t(`objectiveForm.kinds.${each}`), on: each === kind },
    })),
    sources: SOURCES.map((each) => ({
      ...{
        id: each,
        name: words.t(`objectiveForm.sources.${each as 'own'}`),
        on: each === source || (each === 'own' && source === 'outside'),
      },
    })),
    steps: milestones.map((step, at) => ({
      ...step,
      name: words.t('objectiveForm.milestone', { number: at + 1 }),
    })),
  };
}

/** What the objective is aligned to, by what the server told or what was chosen. */
function alignedViews({ alignedTo, sheet, objectiveId, nodes }: ObjectiveModel, words: Words) {
  const known = sheet?.objectives.find(({ id }) => id === objectiveId)?.above ?? [];
  return alignedTo.map((place) => {
    const key = `${place.sheetId}/${place.objectiveId}/${place.keyResultId ?? ''}`;
    const option = (nodes ?? []).flatMap((node) => optionsOf(node, words)).find((each) => each.key === key);
    const above = known.find(
      (each) => `${each.place.sheetId}/${each.place.objectiveId}/${each.place.keyResultId ?? ''}` === key,
    );
    return {
      key,
      text: option?.text ?? (above ? `${words.pick(above.owner.name)} “${above.title}”` : place.objectiveId),
    };
  });
}

export interface AlignOption {
  readonly key: string;
  readonly text: string;
  readonly isKeyResult: boolean;
}

/** What of an objective can be aligned to: itself and its key results, as far as they are worked out from what is aligned. */
function optionsOf(
  { sheetId, objectiveId, title, name, rows, takes }: TreeNode,
  words: Words,
): AlignOption[] {
  const text = `${words.pick(name)} “${title}”`;
  const own = { key: `${sheetId}/${objectiveId}/`, text, isKeyResult: false };
  const results = rows
    .filter((row) => row.takes)
    .map((row) => ({
      key: `${sheetId}/${objectiveId}/${row.id}`,
      text: `${text} → ${row.title}`,
      isKeyResult: takes,
    }));
  return [...(takes ? [own] : []), ...results];
}

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  cancel: words.t('common.cancel'),
  loadFailed: words.t('goals.loadFailed'),
  title: words.t('objectiveForm.title'),
  titleHint: words.t('objectiveForm.titleHint'),
  weight: words.t('objectiveForm.weight'),
  keyResults: words.t('objectiveForm.keyResults'),
  keyResultHint: words.t('objectiveForm.keyResultHint'),
  kind: words.t('objectiveForm.kind'),
  source: words.t('objectiveForm.source'),
  start: words.t('objectiveForm.start'),
  target: words.t('objectiveForm.target'),
  limit: words.t('objectiveForm.limit'),
  unit: words.t('objectiveForm.unit'),
  unitHint: words.t('objectiveForm.unitHint'),
  addMilestone: words.t('objectiveForm.addMilestone'),
  remove: words.t('objectiveForm.remove'),
  add: words.t('objectiveForm.add'),
  alignedWeight: words.t('objectiveForm.alignedWeight'),
  alignedWeightNote: words.t('objectiveForm.alignedWeightNote'),
  alignedTo: words.t('objectiveForm.alignedTo'),
  align: words.t('objectiveForm.align'),
  unalign: words.t('objectiveForm.unalign'),
  reason: words.t('objectiveForm.reason'),
  save: words.t('objectiveForm.save'),
  drop: words.t('objectiveForm.drop'),
  choose: words.t('objectiveForm.choose'),
  chooseNone: words.t('objectiveForm.chooseNone'),
});
