import type { Curve, CurveBound, CurvePoint, FigureInput, Formula, Measure } from '#contracts/appraisal';
import {
  by,
  compared,
  decimal,
  exactText,
  minus,
  plus,
  type Ratio,
  rounded,
  times,
} from '../../shared/figures/ratio';

type Table = Extract<Curve, { kind: 'table' }>;
type Actual = Pick<FigureInput, 'better' | 'target'> & { readonly actual: number };
interface Scored {
  readonly value: Ratio;
  readonly formula: Formula;
}

const HUNDRED: Ratio = { n: 100, d: 1 };

/** Whether higher levels of a table score higher; its scores rise or fall throughout. */
export const isRising = ([first, second]: readonly CurvePoint[]): boolean =>
  first === undefined || second === undefined || first.score < second.score;

/**
 * The score of a figure, points, with the formula it follows from.
 * `less is better`: target by actual, as 100 × 5 / 2 = 250 % for two complaints where five are the target. An actual
 * of zero or below cannot be divided by and is the best there is: it gets the most that the curve gives.
 * @param figure checked by `checkInputs`
 * @param decimals of the percentage as displayed
 */
export function curveScore(curve: Curve, figure: Actual, decimals: number): Scored {
  const { at, measure } = measured(figure, decimals);
  if (at === null) return best(curve, measure);
  return curve.kind === 'linear' ? linear(curve, at, measure) : looked(curve, at, measure);
}

/** What is looked up in the curve; null if it is better than every level. */
function measured(
  { better, target, actual }: Actual,
  decimals: number,
): { at: Ratio | null; measure: Measure } {
  const figure = decimal(actual);
  if (better === 'value' || target === null) return { at: figure, measure: { better: 'value', actual } };
  if (better === 'less' && actual <= 0)
    return { at: null, measure: { better, actual, target, reached: null, shown: null } };
  const goal = decimal(target);
  const at = times(better === 'more' ? by(figure, goal) : by(goal, figure), HUNDRED);
  const measure = { better, actual, target, reached: exactText(at), shown: rounded(at, decimals) };
  return { at, measure };
}

/** Better than every level: the best score that the curve gives. */
function best(curve: Curve, measure: Measure): Scored {
  if (curve.kind === 'table') return looked(curve, decimal(bestPoint(curve).at), measure);
  const { least, most } = curve;
  return { value: decimal(most), formula: { kind: 'linear', measure, least, most, bound: 'most' } };
}

function linear(curve: Curve, at: Ratio, measure: Measure): Scored {
  const { value, ...limits } = bounded(curve, at);
  return { value, formula: { kind: 'linear', measure, ...limits } };
}

function looked(curve: Table, at: Ratio, measure: Measure): Scored {
  const { points, between, short } = curve;
  const rises = isRising(points);
  const worst = worstPoint(curve);
  const beyondWorst = compared(at, decimal(worst.at));
  if (rises ? beyondWorst < 0 : beyondWorst > 0) {
    const { value, ...limits } = bounded(curve, decimal(short));
    const bound = limits.bound ?? 'short';
    return { value, formula: { kind: 'short', measure, ...limits, bound, worst, short } };
  }
  const [lower, upper] = neighbours(points, at);
  if (between === 'level') {
    const level = rises ? lower : upper;
    const { value, ...limits } = bounded(curve, decimal(level.score));
    return { value, formula: { kind: 'level', measure, ...limits, level } };
  }
  const { value, ...limits } = bounded(curve, onLine(lower, upper, at));
  return { value, formula: { kind: 'line', measure, ...limits, from: lower, to: upper } };
}

/** The points at or around a place; beyond an end, that end twice. */
function neighbours(points: readonly CurvePoint[], at: Ratio): [CurvePoint, CurvePoint] {
  const isAtMost = (point: CurvePoint) => compared(decimal(point.at), at) <= 0;
  const lower = points.findLast(isAtMost);
  const upper = points.find((point) => compared(decimal(point.at), at) >= 0);
  const only = lower ?? upper;
  if (!only) throw new Error('a table without points');
  return [lower ?? only, upper ?? only];
}

function onLine(from: CurvePoint, to: CurvePoint, at: Ratio): Ratio {
  const start = decimal(from.score);
  if (from === to) return start;
  const way = by(minus(at, decimal(from.at)), minus(decimal(to.at), decimal(from.at)));
  return plus(start, times(way, minus(decimal(to.score), start)));
}

/** A score within the limits of its curve, and which of them it met. */
function bounded(
  { least, most }: Curve,
  score: Ratio,
): { value: Ratio; least: number; most: number; bound: CurveBound } {
  if (compared(score, decimal(least)) < 0) return { value: decimal(least), least, most, bound: 'least' };
  if (compared(score, decimal(most)) > 0) return { value: decimal(most), least, most, bound: 'most' };
  return { value: score, least, most, bound: null };
}

const bestPoint = ({ points }: Table): CurvePoint => endOf(points, isRising(points));
const worstPoint = ({ points }: Table): CurvePoint => endOf(points, !isRising(points));

function endOf(points: readonly CurvePoint[], isLast: boolean): CurvePoint {
  const end = points.at(isLast ? -1 : 0);
  if (!end) throw new Error('a table without points');
  return end;
}
