import type { CurvePoint, Formula, Measure, ScoreNode } from '#contracts/appraisal';

/** A second reading of the rules, in big integers and without the code that it checks: numerator, denominator. */
export type Fraction = readonly [n: bigint, d: bigint];

const TEN_THOUSAND = 10_000n;

export function fraction(exact: string): Fraction {
  const [n = '0', d = '1'] = exact.split('/');
  return [BigInt(n), BigInt(d)];
}

const figure = (value: number): Fraction => [BigInt(Math.round(value * 10_000)), TEN_THOUSAND];
const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const multiply = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const divide = ([a, b]: Fraction, [c, d]: Fraction): Fraction => (c < 0n ? [-a * d, -b * c] : [a * d, b * c]);
const negative = ([a, b]: Fraction): Fraction => [-a, b];

/** Above zero if the first is more; zero only if they are equal. */
export const difference = (one: Fraction, other: Fraction): bigint => add(one, negative(other))[0];

export const total = (all: readonly Fraction[]): Fraction => all.reduce(add, [0n, 1n]);

export const isBetween = (value: Fraction, all: readonly Fraction[]): boolean =>
  all.some((each) => difference(each, value) <= 0n) && all.some((each) => difference(each, value) >= 0n);

/** The value of a node from its formula and the values of its inputs; null if it says that it has none. */
export function recomputed({ formula, inputs }: ScoreNode): Fraction | null {
  if (formula === null) return null;
  if (formula.kind === 'weighted-mean') return mean(inputs);
  if (formula.kind === 'rating') return points(formula);
  return curve(formula);
}

/** By the shares of the scheme, not by those that the node says it used. */
function mean(inputs: readonly ScoreNode[]): Fraction {
  const present = inputs.filter(({ value }) => value !== null);
  const weights = total(present.map(({ share }) => figure(share ?? 0)));
  const weighted = present.map(({ share, value }) => multiply(figure(share ?? 0), fraction(value ?? '0')));
  return divide(total(weighted), weights);
}

/** What was published as "4.8 or more" counts as the end of the scale. */
function points({ mean: published, bound, scale }: Extract<Formula, { kind: 'rating' }>): Fraction {
  const rating = bound === 'at-least' ? scale.most : published;
  const zero = figure(scale.zeroAt === 'zero' ? 0 : scale.least);
  const part = divide(add(figure(rating), negative(zero)), add(figure(scale.most), negative(zero)));
  return multiply(part, [100n, 1n]);
}

function curve(formula: Extract<Formula, { measure: Measure }>): Fraction {
  const value = uncapped(formula);
  const [least, most] = [figure(formula.least), figure(formula.most)];
  if (value === null || difference(value, most) > 0n) return most;
  return difference(value, least) < 0n ? least : value;
}

/** Null for better than everything. */
function uncapped(formula: Extract<Formula, { measure: Measure }>): Fraction | null {
  const at = measured(formula.measure);
  if (formula.kind === 'linear') return at;
  if (formula.kind === 'level') return figure(formula.level.score);
  if (formula.kind === 'short') return figure(formula.short);
  return at === null ? figure(formula.to.score) : between(formula.from, formula.to, at);
}

function measured(measure: Measure): Fraction | null {
  const actual = figure(measure.actual);
  if (measure.better === 'value') return actual;
  const target = figure(measure.target);
  if (measure.better === 'more') return multiply(divide(actual, target), [100n, 1n]);
  return measure.actual <= 0 ? null : multiply(divide(target, actual), [100n, 1n]);
}

/** Two-point form: (score × (b − at) + other × (at − a)) / (b − a). */
function between(from: CurvePoint, to: CurvePoint, at: Fraction): Fraction {
  if (from.at === to.at) return figure(from.score);
  const [before, after] = [add(at, negative(figure(from.at))), add(figure(to.at), negative(at))];
  const weighted = add(multiply(figure(from.score), after), multiply(figure(to.score), before));
  return divide(weighted, add(figure(to.at), negative(figure(from.at))));
}
