import type { Value } from '../document';
import { assertQuery } from './assert-query';
import { compareValues, sameValue } from './bson-order';
import { type Expression, evaluate, isNil, on, operandsOf } from './evaluation';

const TWO = [2, 2] as const;
const MANY = [1, Number.MAX_SAFE_INTEGER] as const;

const comparison = (name: string, result: (difference: number) => Value): Expression =>
  on(name, TWO, (a, b) => result(compareValues(a, b)));

function assertNumber(name: string, value: Value): asserts value is number {
  assertQuery(typeof value === 'number', `${name} takes numbers only`);
}

function mod(a: Value, b: Value): Value {
  if (isNil(a) || isNil(b)) return null;
  assertNumber('$mod', a);
  assertNumber('$mod', b);
  assertQuery(b !== 0, "$mod: can't $mod by zero");
  return a % b;
}

/** Truncates towards zero to `place` decimals; negative places are left of the decimal point. */
function trunc(value: Value, place: Value = 0): Value {
  if (isNil(value) || isNil(place)) return null;
  assertNumber('$trunc', value);
  assertQuery(
    Number.isInteger(place) && Math.abs(Number(place)) <= 20,
    '$trunc: the place is not from -20 to 20',
  );
  const [digits, exponent = '0'] = String(value).split('e');
  const shifted = Math.trunc(Number(`${digits}e${Number(exponent) + Number(place)}`));
  const [cut, power = '0'] = String(shifted).split('e');
  return Number(`${cut}e${Number(power) - Number(place)}`);
}

function indexOfArray(list: Value, wanted: Value, from: Value = 0, to: Value = Infinity): Value {
  if (isNil(list)) return null;
  assertQuery(Array.isArray(list), '$indexOfArray takes an array');
  assertPosition('$indexOfArray', from);
  if (to !== Infinity) assertPosition('$indexOfArray', to);
  return list.findIndex((value, at) => at >= Number(from) && at < Number(to) && sameValue(value, wanted));
}

export function assertPosition(name: string, value: Value): asserts value is number {
  assertQuery(
    Number.isSafeInteger(value) && Number(value) >= 0,
    `${name}: a position is a whole number from 0`,
  );
}

function isIn(value: Value, list: Value): Value {
  assertQuery(Array.isArray(list), '$in takes an array as its second operand');
  return list.some((each) => sameValue(each, value));
}

/** The library would sum the elements of one array; the database evaluates each operand. */
function plainOperands(name: string, library: Expression): Expression {
  return (document, operand, options) => {
    const values = operandsOf(name, [document, operand, options], MANY);
    return library(document, values.map(literal), options);
  };
}

const literal = (value: Value): Value => ({ $literal: value });

const isTrue = (value: Value): boolean => !isNil(value) && value !== false && value !== 0;

const $cond: Expression = (document, operand, options) => {
  const parts = ['if', 'then', 'else'];
  if (!Array.isArray(operand))
    for (const name of parts) assertQuery(name in Object(operand), `$cond needs ${name}`);
  const [test, yes, no] = Array.isArray(operand) ? operand : parts.map((name) => Object(operand)[name]);
  assertQuery(!Array.isArray(operand) || operand.length === parts.length, '$cond takes 3 operands');
  return evaluate(document, isTrue(evaluate(document, test, options)) ? yes : no, options);
};

const $switch: Expression = (document, operand, options) => {
  const { branches, ...rest } = Object(operand);
  assertQuery(Array.isArray(branches) && branches.length > 0, '$switch needs branches');
  const taken = branches.find((branch) => isTrue(evaluate(document, branch.case, options)));
  assertQuery(taken || 'default' in rest, '$switch: no branch fits and there is no default');
  return evaluate(document, taken ? taken.then : rest.default, options);
};

/** Replace the library's own, which differ on types, null and invalid operands. */
export const valueOperators = (library: Readonly<Record<string, unknown>>): Record<string, Expression> => ({
  $cmp: comparison('$cmp', Math.sign),
  $eq: comparison('$eq', (difference) => difference === 0),
  $ne: comparison('$ne', (difference) => difference !== 0),
  $gt: comparison('$gt', (difference) => difference > 0),
  $gte: comparison('$gte', (difference) => difference >= 0),
  $lt: comparison('$lt', (difference) => difference < 0),
  $lte: comparison('$lte', (difference) => difference <= 0),
  $add: plainOperands('$add', library.$add as Expression),
  $multiply: plainOperands('$multiply', library.$multiply as Expression),
  $concat: plainOperands('$concat', library.$concat as Expression),
  $mod: on('$mod', TWO, mod),
  $trunc: on('$trunc', [1, 2], trunc),
  $in: on('$in', TWO, isIn),
  $indexOfArray: on('$indexOfArray', [2, 4], indexOfArray),
  $cond,
  $switch,
});
