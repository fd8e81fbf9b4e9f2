import type {
  AppraisalScheme,
  Curve,
  FigureInput,
  GoalInput,
  ItemInput,
  KeyResultInput,
  PartInput,
  Scale,
  SchemePart,
  SectionInput,
} from '#contracts/appraisal';
import { isDecimal } from '../../shared/figures/ratio';
import { isRising } from './curve-score';
import { ensureInput as ensure, isWholeBetween } from './ensure';

type Line = Pick<KeyResultInput, 'id' | 'weight'>;

/** Goals, figures or sections of a part, and key results or items of one of them. */
const MOST_LINES = 100;

/** What each kind of part is scored by. */
const INPUT_KIND = {
  goals: 'goals',
  kpi: 'figures',
  figure: 'figures',
  peer: 'reviews',
  manager: 'reviews',
  customer: 'reviews',
  report: 'reviews',
  self: 'reviews',
} as const satisfies Record<SchemePart['kind'], PartInput['kind']>;

/** The records of a person for the parts of a checked scheme, by part. */
export type CheckedInputs = ReadonlyMap<string, PartInput>;

/**
 * Checks what somebody is scored by against the scheme: every part is one of the scheme and there once at most, weights
 * are whole, scores lie on the scale, figures have a target that can be divided by.
 * @throws AppError SCORE_INPUT_INVALID with the field
 */
export function checkInputs({ parts, curves }: AppraisalScheme, inputs: readonly PartInput[]): CheckedInputs {
  const known = new Map(parts.map((part) => [part.id, part]));
  const found = new Map<string, PartInput>();
  inputs.forEach((input, index) => {
    const path = `parts.${index}`;
    const part = known.get(input.part);
    ensure(part !== undefined, `${path}.part`, 'unknown-part');
    ensure(!found.has(input.part), `${path}.part`, 'twice');
    found.set(input.part, input);
    checkInput(part, input, curves, path);
  });
  return found;
}

function checkInput(part: SchemePart, input: PartInput, curves: readonly Curve[], path: string): void {
  if (input.kind === 'missing') return;
  ensure(input.kind === INPUT_KIND[part.kind], `${path}.kind`, 'other-kind');
  if (input.kind === 'figures') checkFigures(input.figures, curves, `${path}.figures`);
  else if (!('scale' in part)) throw new Error('a part without a scale');
  else if (input.kind === 'goals') checkGoals(input.goals, part.scale, `${path}.goals`);
  else checkSections(input.sections, part.scale, `${path}.sections`);
}

function checkGoals(goals: readonly GoalInput[], scale: Scale, path: string): void {
  checkWeights(goals, path);
  goals.forEach((goal, index) => {
    const { keyResults = [] } = goal;
    checkScore(goal, scale, `${path}.${index}.score`);
    if (keyResults.length === 0) return;
    ensure(goal.score === null, `${path}.${index}.score`, 'scored-twice');
    checkWeights(keyResults, `${path}.${index}.keyResults`);
    keyResults.forEach((each, at) => {
      checkScore(each, scale, `${path}.${index}.keyResults.${at}.score`);
    });
  });
}

function checkScore({ score }: KeyResultInput, scale: Scale, path: string): void {
  if (score !== null) checkRating(score, scale, path);
}

function checkRating(rating: number, { least, most }: Scale, path: string): void {
  ensure(isDecimal(rating), path, 'not-a-figure');
  ensure(rating >= least && rating <= most, path, 'outside-scale');
}

function checkFigures(figures: readonly FigureInput[], curves: readonly Curve[], path: string): void {
  checkWeights(figures, path);
  figures.forEach(({ curve, better, target, actual }, index) => {
    const found = curves.find(({ id }) => id === curve);
    ensure(found !== undefined, `${path}.${index}.curve`, 'unknown-curve');
    ensure(actual === null || isDecimal(actual), `${path}.${index}.actual`, 'not-a-figure');
    if (better === 'value') {
      ensure(target === null, `${path}.${index}.target`, 'no-target');
      // On a straight line without levels the figure itself would be the score.
      ensure(found?.kind === 'table', `${path}.${index}.curve`, 'needs-table');
      return;
    }
    // A target of zero cannot be reached by a percentage: a table of the figure itself can say what it is worth.
    const isTarget = target !== null && isDecimal(target) && target > 0;
    ensure(isTarget, `${path}.${index}.target`, 'target-above-zero');
    // The more of the target is reached, the better: a table that falls would turn the meaning around.
    const rises = found?.kind !== 'table' || isRising(found.points);
    ensure(rises, `${path}.${index}.curve`, 'falling-table');
  });
}

function checkSections(sections: readonly SectionInput[], scale: Scale, path: string): void {
  checkWeights(sections, path);
  sections.forEach(({ items }, index) => {
    const itemsPath = `${path}.${index}.items`;
    checkLines(items, itemsPath);
    items.forEach((item, at) => {
      checkItem(item, scale, `${itemsPath}.${at}`);
    });
  });
}

function checkItem({ answers }: ItemInput, scale: Scale, path: string): void {
  if (answers === null) return;
  checkRating(answers.mean, scale, `${path}.answers.mean`);
}

/** Lines whose weights sum to 100. */
function checkWeights(lines: readonly Line[], path: string): void {
  checkLines(lines, path);
  const sum = lines.reduce((total, { weight }) => total + weight, 0);
  ensure(sum === 100, path, 'weights-not-100');
}

/** Whole weights, and ids that name one line each. */
function checkLines(lines: readonly Line[], path: string): void {
  ensure(lines.length > 0, path, 'empty');
  ensure(lines.length <= MOST_LINES, path, 'too-many');
  const seen = new Set<string>();
  lines.forEach(({ id, weight }, index) => {
    ensure(isWholeBetween(weight, 1, 100), `${path}.${index}.weight`, 'weight');
    ensure(!seen.has(id), `${path}.${index}.id`, 'twice');
    seen.add(id);
  });
}
