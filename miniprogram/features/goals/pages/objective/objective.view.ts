import type { Alignment } from '#contracts/goal';
import type { AboveView, GoalsContract, TreeNode } from '#contracts/goals';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { MAX_TYPED } from './further-words';
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
    canEdit: mayChange(model) && cycle?.state !== 'closed' && cycle?.state !== 'closing',
    fixed: fixedText(model, words),
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
    dropping: model.dropping === true,
    dropAsk: model.dropping ? words.t('objectiveForm.dropAsk', { title }) : '',
    choosing: model.choosing,
    finding: model.finding === true,
    options: (model.nodes ?? []).flatMap((node) => optionsOf(node, words)),
    isChoiceEmpty: model.nodes?.every((node) => optionsOf(node, words).length === 0) === true,
    text: labels(words),
  };
}

const storedIn = ({ sheet, objectiveId }: ObjectiveModel) =>
  sheet?.objectives.find(({ id }) => id === objectiveId);

/** What was pushed and agreed is changed by who may push, anything else by who answers for the sheet. */
const mayChange = (model: ObjectiveModel): boolean =>
  (storedIn(model)?.pushedBy ? model.sheet?.canPush : model.sheet?.canEdit) === true;

/** Why the reader, whose goal it is, cannot change it; empty if they can, and for others. */
function fixedText(model: ObjectiveModel, words: Words): string {
  const { sheet, review } = model;
  if (!sheet?.canReport || mayChange(model)) return '';
  if (review === 'handed-in' || review === 'confirmed') return words.t('objectiveForm.handedIn');
  const by = storedIn(model)?.pushedBy;
  if (!by) return '';
  return words.t('objectiveForm.agreed', { name: words.language === 'en' ? by.nameEn || by.name : by.name });
}

function rowView(
  { id, title, kind, source, start, target, limit, unit, weight, milestones, words: typed }: KeyResultDraft,
  index: number,
  problem: string,
  words: Words,
) {
  return {
    ...{ id, title, start, target, limit, unit, weight, kind, source, problem, words: typed },
    name: words.t('objectiveForm.keyResultTitle', { number: index + 1 }),
    isMeasured: source !== 'mean',
    isMetric: source !== 'mean' && kind === 'metric',
    isLimit: source !== 'mean' && (kind === 'keep-above' || kind === 'keep-below'),
    isSteps: source !== 'mean' && kind === 'milestones',
    kinds: (source === 'sum' ? (['metric'] as const) : KINDS).map((each) => ({
      ...{ id: each, name: words.t(`objectiveForm.kinds.${each}`), on: each === kind },
    })),
    sources: (source === 'sum' ? ([...SOURCES, 'sum'] as const) : SOURCES).map((each) => ({
      ...{
        id: each,
        name: words.t(`objectiveForm.sources.${each}`),
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
function alignedViews({ alignedTo, sheet, objectiveId, offered = [] }: ObjectiveModel, words: Words) {
  const known = sheet?.objectives.find(({ id }) => id === objectiveId)?.above ?? [];
  return alignedTo.map((place) => {
    const key = `${place.sheetId}/${place.objectiveId}/${place.keyResultId ?? ''}`;
    const option = offered.flatMap((node) => optionsOf(node, words)).find((each) => each.key === key);
    const above = known.find(
      (each) => `${each.place.sheetId}/${each.place.objectiveId}/${each.place.keyResultId ?? ''}` === key,
    );
    return {
      key,
      text:
        option?.text ??
        (above ? aboveText(words.pick(above.owner.name), above.title, words) : place.objectiveId),
      state: stateText(place, above, words),
    };
  });
}

/** Whose objective, and its title. */
const aboveText = (name: string, title: string, words: Words): string =>
  words.t('objectiveForm.dependent', { name, title });

/** That an alignment moves nothing, and why; of one that was just chosen elsewhere, that it has to be agreed to. */
function stateText({ counts }: Alignment, above: AboveView | undefined, words: Words): string {
  if (above?.state) return words.t(`objectiveForm.alignStates.${above.state}`);
  return counts === false ? words.t('objectiveForm.alignStates.waiting') : '';
}

/** Whose goals count for what is taken away, one line each; empty for none. `parts`: see `takenAway`; null for all. */
export function dependentLines(
  { rows, more }: GoalsContract['dependents']['output'],
  parts: readonly (string | null)[] | null,
  words: Words,
): string {
  const lost = rows.filter(({ keyResultId }) => parts === null || parts.includes(keyResultId));
  if (lost.length === 0) return '';
  const names = lost.map(({ name, title }) =>
    words.t('objectiveForm.dependent', { name: words.pick(name), title }),
  );
  const further = more > 0 ? [words.t('objectiveForm.moreDependents', { count: more })] : [];
  return [...names, ...further, words.t('objectiveForm.dependentsNote')].join('\n');
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
  const text = aboveText(words.pick(name), title, words);
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
  dropReason: words.t('objectiveForm.dropReason'),
  dropOk: words.t('objectiveForm.dropOk'),
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
  words: words.t('objectiveForm.words'),
  wordsHint: words.t('objectiveForm.wordsHint'),
  maxWords: MAX_TYPED,
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
  find: words.t('objectiveForm.find'),
  choose: words.t('objectiveForm.choose'),
  chooseNone: words.t('objectiveForm.chooseNone'),
});
