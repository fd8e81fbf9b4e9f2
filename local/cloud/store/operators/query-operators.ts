import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { type Fields, isFields, type Value } from '../document';
import { assertQuery } from './assert-query';
import { compareValues, sameValue, typeOfValue } from './bson-order';
import { MISSING, pathReader, someValue } from './path-values';

type Predicate = (document: Value) => boolean;
type Operator = (path: string, operand: Value, options: Options) => Predicate;

const $eq: Operator = (path, operand) => someValue(path, (value) => sameValue(value, operand));

const $in: Operator = (path, operands) => {
  assertQuery(Array.isArray(operands), '$in needs an array');
  // A function asks for a thousand ids at once: each document is looked up among them, not compared with every one.
  const texts = new Set<Value>(operands.filter((operand) => typeof operand === 'string'));
  const others = operands.filter((operand) => typeof operand !== 'string');
  return someValue(path, (value) => texts.has(value) || others.some((operand) => isMember(value, operand)));
};

function isMember(value: Value, operand: Value): boolean {
  if (operand instanceof RegExp && typeof value === 'string') return new RegExp(operand).test(value);
  return sameValue(value, operand ?? null);
}

/** Values of another type than the operand are never in its range; NaN only matches itself. */
const range =
  (holds: (difference: number) => boolean): Operator =>
  (path, operand) => {
    const type = typeOfValue(operand);
    return someValue(path, (value) => {
      if (typeOfValue(value) !== type || Number.isNaN(value) !== Number.isNaN(operand)) return false;
      return holds(compareValues(value, operand));
    });
  };

const not =
  (operator: Operator): Operator =>
  (path, operand, options) => {
    const holds = operator(path, operand, options);
    return (document) => !holds(document);
  };

const $mod: Operator = (path, operand) => {
  const numbers = Array.isArray(operand) && operand.every((each) => typeof each === 'number');
  assertQuery(numbers && operand.length === 2, '$mod needs a divisor and a remainder');
  const [divisor, remainder] = (operand as number[]).map(Math.trunc) as [number, number];
  assertQuery(divisor !== 0, '$mod: divisor cannot be 0');
  return someValue(path, (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return false;
    // -0 is 0.
    return (Math.trunc(value) % divisor) + 0 === remainder;
  });
};

const $size: Operator = (path, operand) => {
  assertQuery(Number.isSafeInteger(operand) && Number(operand) >= 0, '$size needs a whole number from 0');
  const read = pathReader(path);
  return (document) => read(document).some((end) => Array.isArray(end) && end.length === operand);
};

const $exists: Operator = (path, operand) => {
  const read = pathReader(path);
  return (document) => read(document).some((end) => end !== MISSING) === Boolean(operand);
};

const $all: Operator = (path, operands, options) => {
  assertQuery(Array.isArray(operands), '$all needs an array');
  const wanted = operands.map((operand) =>
    isFields(operand) && '$elemMatch' in operand
      ? matches(path, operand, options)
      : $in(path, [operand], options),
  );
  return (document) => wanted.length > 0 && wanted.every((holds) => holds(document));
};

function matches(path: string, condition: Value, options: Options): Predicate {
  const query = new Query({ [path]: condition }, options);
  return (document) => query.test(document as Fields);
}

/** Replace the query library's own, which differ from the database on types, null and missing fields. */
export const queryOperators: Readonly<Record<string, Operator>> = {
  $eq,
  $ne: not($eq),
  $in,
  $nin: not($in),
  $gt: range((difference) => difference > 0),
  $gte: range((difference) => difference >= 0),
  $lt: range((difference) => difference < 0),
  $lte: range((difference) => difference <= 0),
  $mod,
  $size,
  $exists,
  $all,
};
