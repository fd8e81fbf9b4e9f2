import type { Options } from 'mingo/types';
import { isFields, type Value } from '../document';
import { assertQuery } from './assert-query';
import { compareValues, sameValue } from './bson-order';
import { type Expression, evaluate, isNil } from './evaluation';

/** The options of an expression hold the root document of its paths. */
type Rooted = Options & {
  readonly local: { readonly root: Value };
  update(change: { root: Value }): void;
};

/**
 * One operator in both contexts: in `$group` its values come from the documents, in an expression from its array,
 * its operands, or its single value.
 */
const over =
  (work: (values: Value[]) => Value): Expression =>
  (subject, operand, options) =>
    work(
      Array.isArray(subject)
        ? ofEach(subject, operand, options as Rooted)
        : listOf(subject, operand, options),
    );

function ofEach(documents: Value[], operand: Value, options: Rooted): Value[] {
  const { root } = options.local;
  const values = documents.map((document) => {
    options.update({ root: document });
    return evaluate(document, operand, options);
  });
  options.update({ root });
  return values;
}

function listOf(document: Value, operand: Value, options: Options): Value[] {
  const single = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
  const value = evaluate(document, single, options);
  return Array.isArray(value) ? value : [value];
}

const numbersIn = (values: Value[]): number[] =>
  values.filter((value): value is number => typeof value === 'number');
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** The extreme value in the direction; null and missing values are ignored. */
const furthest = (direction: 1 | -1) => (values: Value[]) => {
  const known = values.filter((value) => !isNil(value));
  return known.reduce(
    (best, value) => (compareValues(value, best) * direction > 0 ? value : best),
    known[0] ?? null,
  );
};

function average(values: Value[]): number | null {
  const numbers = numbersIn(values);
  return numbers.length === 0 ? null : sum(numbers) / numbers.length;
}

/** `lost`: degrees of freedom, 1 for a sample. Null if there are too few numbers. */
const deviation = (lost: 0 | 1) => (values: Value[]) => {
  const numbers = numbersIn(values);
  if (numbers.length <= lost) return null;
  const mean = sum(numbers) / numbers.length;
  return Math.sqrt(sum(numbers.map((each) => (each - mean) ** 2)) / (numbers.length - lost));
};

const present = (values: Value[]): Value[] => values.filter((value) => value !== undefined);

function distinct(values: Value[]): Value[] {
  const scalars = new Set<Value>();
  const others: Value[] = [];
  for (const value of values)
    if (typeof value !== 'object' || value === null) scalars.add(value);
    else if (!others.some((other) => sameValue(other, value))) others.push(value);
  return [...scalars, ...others];
}

function merged(values: Value[]): Value {
  const known = values.filter((value) => !isNil(value));
  for (const value of known) assertQuery(isFields(value), '$mergeObjects takes objects');
  return Object.assign({}, ...known);
}

export const accumulators: Readonly<Record<string, Expression>> = {
  $addToSet: over((values) => distinct(present(values))),
  $avg: over(average),
  $first: over((values) => values[0] ?? null),
  $last: over((values) => values.at(-1) ?? null),
  $max: over(furthest(1)),
  $mergeObjects: over(merged),
  $min: over(furthest(-1)),
  $push: over(present),
  $stdDevPop: over(deviation(0)),
  $stdDevSamp: over(deviation(1)),
  $sum: over((values) => sum(numbersIn(values))),
};
