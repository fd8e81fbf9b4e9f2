import type {
  AppraisalScheme,
  Curve,
  FigureInput,
  GoalInput,
  MissingReason,
  PartInput,
} from '#contracts/appraisal';
import type { LocalText } from '#contracts/common';
import type { KeyResult, Standing } from '#contracts/goal';
import { largestRemainder } from '../../shared/figures/largest-remainder';
import { isRising } from './curve-score';

/** A key result, or an objective that is scored as a whole. */
interface GoalLine {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  /** Null of an objective. */
  readonly measure: KeyResult['measure'] | null;
  readonly standing: Standing;
  /** The score of the closing review, 0 to 100. */
  readonly given: number | null;
  /** Somebody else has agreed to the target. */
  readonly isAgreed: boolean;
  /** The figure is not what the person alone says. */
  readonly isBacked: boolean;
}

/** What a cycle of goals says about a person. */
export interface GoalBasis {
  /** Why there are no given scores; null if there are. */
  readonly missing: MissingReason | null;
  readonly objectives: readonly {
    readonly id: string;
    readonly title: string;
    readonly weight: number;
    readonly lines: readonly GoalLine[];
  }[];
}

const inBoth = (name: string): LocalText => ({ 'zh-CN': name, en: name });
/** Lines of a part, see `check-inputs.ts`. */
const MOST_LINES = 100;

const missing = (part: string, reason: MissingReason): PartInput => ({ part, kind: 'missing', reason });

/**
 * The scores that the closing review gave, goal by goal. Progress has no place in it: what was given no score has none.
 */
export function goalsPart(part: string, basis: GoalBasis | null): PartInput {
  if (!basis || basis.objectives.length === 0) return missing(part, 'no-data');
  if (basis.missing) return missing(part, basis.missing);
  const weights = wholeShares(basis.objectives.map(({ weight }) => weight));
  const goals = basis.objectives.map(({ id, title, lines }, at): GoalInput => {
    const head = {
      id,
      name: inBoth(title),
      weight: weights[at] ?? 0,
      sources: [{ kind: 'goal', id }] as const,
    };
    const [first] = lines;
    if (!first?.measure) return { ...head, score: first?.given ?? null };
    const shares = wholeShares(lines.map(({ weight }) => weight));
    const keyResults = lines.map((line, index) => ({
      ...nameOf(line, shares[index] ?? 0),
      score: line.given,
    }));
    return { ...head, score: null, keyResults };
  });
  return { part, kind: 'goals', goals };
}

/**
 * Key results with a target that a percentage can be worked out of, as figures of a KPI table: what was reached against
 * what was to be reached. One to whose target nobody else has agreed is missing. Steps, yes or no, and limits to keep have no such figure; the closing review scores them.
 */
export function kpiPart(part: string, basis: GoalBasis | null, { curves }: AppraisalScheme): PartInput {
  const curve = curves.find(takesPercent);
  const measured = (basis?.objectives ?? [])
    .flatMap((objective) => objective.lines.map((line) => ({ line, weight: objective.weight * line.weight })))
    .flatMap(({ line, weight }) => {
      const measure = measureOf(line);
      return measure ? [{ line, weight, measure }] : [];
    })
    .slice(0, MOST_LINES);
  if (!curve || measured.length === 0) return missing(part, 'no-data');
  const shares = wholeShares(measured.map(({ weight }) => weight));
  const figures = measured.map(
    ({ line, measure }, at): FigureInput => ({
      ...nameOf(line, shares[at] ?? 0),
      ...measure,
      curve: curve.id,
      ...(line.isAgreed
        ? { actual: line.standing.value, ...(!line.isBacked && { isDeclared: true as const }) }
        : { actual: null, missing: 'not-agreed' as const }),
    }),
  );
  return { part, kind: 'figures', figures };
}

const nameOf = ({ id, title }: GoalLine, weight: number) => ({
  ...{ id, name: inBoth(title), weight },
  sources: [{ kind: 'key-result', id }] as const,
});

/** A curve that a percentage of a target is looked up in. */
export const takesPercent = (curve: Curve): boolean => curve.kind === 'linear' || isRising(curve.points);

function measureOf({ measure }: GoalLine): Pick<FigureInput, 'better' | 'target'> | null {
  if (measure?.kind === 'percent') return { better: 'more', target: 100 };
  if ((measure?.kind !== 'raise' && measure?.kind !== 'lower') || measure.target <= 0) return null;
  return { better: measure.kind === 'raise' ? 'more' : 'less', target: measure.target };
}

/** Whole percents that sum to 100 in proportion to the weights, at least 1 each: no line is lost by rounding. */
export function wholeShares(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 100 && weights.every((each) => each >= 1)) return [...weights];
  if (weights.length === 0) return [];
  return largestRemainder(100 - weights.length, weights).map((more) => 1 + more);
}
