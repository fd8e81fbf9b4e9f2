import type { Day } from '#contracts/common';
import type { Alignment, FigureSource, Measure, Milestone } from '#contracts/goal';
import type {
  CycleDays,
  GoalsContract,
  ObjectiveDraft,
  ObjectiveView,
  SheetView,
  TreeNode,
} from '#contracts/goals';
import { type MeasureProblem, measureProblem } from '../../../../common/goals/progress';
import { readNumber } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';
import { areWordsFine, wordsIn, wordsText } from './further-words';

export type Kind = 'metric' | 'keep-above' | 'keep-below' | 'percent' | 'yes-no' | 'milestones';
export const KINDS: readonly Kind[] = [
  'metric',
  'keep-above',
  'keep-below',
  'percent',
  'yes-no',
  'milestones',
];
export const SOURCES = ['own', 'mean'] as const;

/** A key result as it is typed. */
export interface KeyResultDraft {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly source: FigureSource;
  readonly start: string;
  readonly target: string;
  readonly limit: string;
  readonly unit: string;
  readonly weight: string;
  readonly milestones: readonly {
    readonly id: string;
    readonly title: string;
    readonly weight: string;
    /** Not shown, and kept as it is. */
    readonly due?: Day;
  }[];
  /** Further names, as they are typed into one line. */
  readonly words: string;
}

export interface ObjectiveModel {
  readonly sheetId: string;
  readonly objectiveId: string;
  readonly isNew: boolean;
  readonly sheet: SheetView | null;
  readonly cycle: GoalsContract['sheet']['output']['cycle'] | null;
  readonly review?: GoalsContract['sheet']['output']['review'];
  readonly days: CycleDays | null;
  readonly title: string;
  readonly weight: string;
  readonly alignedWeight: string;
  readonly alignedTo: readonly Alignment[];
  readonly keyResults: readonly KeyResultDraft[];
  readonly reason: string;
  /** What can be aligned to; null until it is asked for. */
  readonly nodes: readonly TreeNode[] | null;
  readonly choosing: boolean;
  /** Every objective that was offered, so that what was chosen of it has a name. */
  readonly offered?: readonly TreeNode[];
  /** What is offered is of somebody else. */
  readonly elsewhere?: boolean;
  /** Looks for somebody whose goals can be aligned to. */
  readonly finding?: boolean;
  readonly changed: boolean;
  /** The reason why it is not to count any more is being written. */
  readonly dropping?: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/**
 * Whether what others are aligned to, or have a share of, would not be there any more or take nothing: `null` for the objective
 * as a whole.
 */
export function takenAway(model: ObjectiveModel): readonly (string | null)[] {
  const stored = model.sheet?.objectives.find(({ id }) => id === model.objectiveId);
  if (!stored) return [];
  const rows = stored.keyResults
    .filter(({ id, parts }) => {
      const source = model.keyResults.find((each) => each.id === id)?.source;
      return parts > 0 && source !== 'mean' && source !== 'sum';
    })
    .map(({ id }) => id);
  return stored.parts > 0 && wholeOf(model.alignedWeight) === 0 ? [null, ...rows] : rows;
}

/** Whether anybody counts for the stored objective. */
export function hasDependents({ sheet, objectiveId }: ObjectiveModel): boolean {
  const stored = sheet?.objectives.find(({ id }) => id === objectiveId);
  return stored !== undefined && [stored, ...stored.keyResults].some(({ parts }) => parts > 0);
}

let made = 0;
/** Unique in a sheet. */
export const newId = (): string => {
  made += 1;
  return `${Date.now().toString(36)}-${made}`;
};

export const newKeyResult = (weight: number): KeyResultDraft => ({
  ...{ id: newId(), title: '', kind: 'metric', source: 'own', start: '0', target: '', limit: '', unit: '' },
  ...{ weight: String(weight), words: '' },
  milestones: [],
});

const numberText = (value: number): string => String(value);

/** A stored objective as it is typed. */
export function draftOf({ title, weight, alignedWeight, alignedTo, keyResults }: ObjectiveView) {
  return {
    title,
    weight: numberText(weight),
    alignedWeight: numberText(alignedWeight),
    alignedTo,
    keyResults: keyResults.map(
      ({ id, title: name, measure, source, weight: share, words = [] }): KeyResultDraft => {
        const isMetric = 'target' in measure;
        return {
          ...{ id, title: name, source, weight: numberText(share), words: wordsText(words) },
          kind: isMetric ? 'metric' : (measure.kind as Kind),
          start: isMetric ? numberText(measure.start) : '0',
          target: isMetric ? numberText(measure.target) : '',
          limit: 'limit' in measure ? numberText(measure.limit) : '',
          unit: 'unit' in measure ? measure.unit : '',
          milestones:
            measure.kind === 'milestones'
              ? measure.milestones.map((each) => ({
                  id: each.id,
                  title: each.title,
                  weight: numberText(each.weight),
                  ...(each.due && { due: each.due }),
                }))
              : [],
        };
      },
    ),
  };
}

export type Problem =
  | 'needTitle'
  | 'needKeyResult'
  | 'needNumber'
  | 'needStep'
  | 'needWeight'
  | 'sameStart'
  | 'manyDecimals'
  | 'tooLarge'
  | 'manyWords'
  | 'needReason'
  | 'sum';

export interface Checked {
  readonly objective: ObjectiveDraft | null;
  /** By the field: `title`, the id of a key result, `weights`, `reason`. */
  readonly problems: Readonly<Record<string, Problem>>;
  readonly sum: number;
}

const wholeOf = (typed: string): number | null => {
  const read = readNumber(typed.trim() === '' ? '0' : typed);
  return 'value' in read && Number.isInteger(read.value) && read.value >= 0 && read.value <= 100
    ? read.value
    : null;
};

/** What has been typed as it would be saved, and everything that is missing. */
export function checked(model: ObjectiveModel): Checked {
  const problems: Record<string, Problem> = {};
  if (model.title.trim() === '') problems.title = 'needTitle';
  const weight = wholeOf(model.weight);
  if (weight === null || weight === 0) problems.weight = 'needNumber';
  const alignedWeight = wholeOf(model.alignedWeight);
  if (alignedWeight === null) problems.alignedWeight = 'needNumber';
  const keyResults = model.keyResults.map((draft) => {
    const { measure, problem } = measureOf(draft);
    if (draft.title.trim() === '') problems[draft.id] = 'needKeyResult';
    else if (problem) problems[draft.id] = problem;
    const share = wholeOf(draft.weight) ?? 0;
    // The server refuses what would not count.
    if (share === 0) problems[draft.id] ??= 'needWeight';
    const words = wordsIn(draft.words);
    if (!areWordsFine(words)) problems[draft.id] ??= 'manyWords';
    const { id, source } = draft;
    const named = words.length > 0 && { words };
    return { id, title: draft.title.trim(), measure, weight: share, source, ...named };
  });
  const sum = keyResults.reduce((total, each) => total + each.weight, alignedWeight ?? 0);
  if (sum !== 100 && (keyResults.length > 0 || sum > 0)) problems.weights = 'sum';
  if (!model.isNew && model.cycle?.state === 'running' && model.reason.trim() === '')
    problems.reason = 'needReason';
  const isFine = Object.keys(problems).length === 0;
  const objective = {
    ...{ id: model.objectiveId, title: model.title.trim(), weight: weight ?? 0, keyResults },
    ...{ alignedWeight: alignedWeight ?? 0, alignedTo: model.alignedTo.map(placeWithWeight) },
  };
  return { objective: isFine ? objective : null, problems, sum };
}

/** What was answered of an alignment is the server's to keep. */
const placeWithWeight = ({ sheetId, objectiveId, keyResultId, weight }: Alignment): Alignment => ({
  ...{ sheetId, objectiveId, weight },
  ...(keyResultId !== undefined && { keyResultId }),
});

function measureOf({ kind, source, start, target, limit, unit, milestones }: KeyResultDraft): {
  readonly measure: Measure;
  readonly problem?: Problem;
} {
  if (source === 'mean' || kind === 'percent') return { measure: { kind: 'percent' } };
  if (kind === 'yes-no') return { measure: { kind } };
  if (kind === 'milestones') {
    const steps: Milestone[] = milestones.map((each) => ({
      ...{ id: each.id, title: each.title.trim(), weight: wholeOf(each.weight) ?? 0 },
      ...(each.due && { due: each.due }),
    }));
    const isFine = steps.length > 0 && steps.every(({ title, weight }) => title !== '' && weight > 0);
    const isWhole = measureProblem({ kind, milestones: steps }) === null;
    return {
      measure: { kind, milestones: steps },
      ...((!isFine || !isWhole) && { problem: isFine ? 'sum' : 'needStep' }),
    };
  }
  if (kind === 'metric') {
    const [from, to] = [readNumber(start), readNumber(target)];
    const measure = { kind: 'raise', start: valueIn(from), target: valueIn(to), unit: unit.trim() } as const;
    if ('problem' in from || 'problem' in to) return { measure, problem: 'needNumber' };
    return withProblem(measure);
  }
  const read = readNumber(limit);
  const measure = { kind, limit: valueIn(read), unit: unit.trim() } as const;
  return 'problem' in read ? { measure, problem: 'needNumber' } : withProblem(measure);
}

const PROBLEMS: { readonly [Found in MeasureProblem]: Problem } = {
  'start-is-target': 'sameStart',
  'too-many-decimals': 'manyDecimals',
  'out-of-range': 'tooLarge',
  'milestone-weights': 'sum',
};

function withProblem(measure: Measure): { readonly measure: Measure; readonly problem?: Problem } {
  const found = measureProblem(measure);
  return found ? { measure, problem: PROBLEMS[found] } : { measure };
}

const valueIn = (read: ReturnType<typeof readNumber>): number => ('value' in read ? read.value : 0);
