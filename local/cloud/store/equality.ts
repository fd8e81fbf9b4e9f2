import { isDeepStrictEqual } from 'node:util';
import { isFields, type Value } from './document';
import { indexValues } from './index-values';

type Predicate = (document: Value) => boolean;
type Operator = (path: string, operand: Value, options: never) => Predicate;
type Originals = Record<'$eq' | '$in', unknown>;

/**
 * `$eq`, `$in` and their opposites for sub-documents: the database compares them field by field in their order, the
 * library in any. Operands without a sub-document are left to the library.
 */
export function equality(library: Originals): Record<'$eq' | '$ne' | '$in' | '$nin', Operator> {
  const [libraryEq, libraryIn] = [library.$eq as Operator, library.$in as Operator];
  const $eq: Operator = (path, operand, options) =>
    holdsFields(operand) ? isOneOf(path, [operand]) : libraryEq(path, operand, options);
  const $in: Operator = (path, operand, options) => {
    if (!Array.isArray(operand) || !operand.some(holdsFields)) return libraryIn(path, operand, options);
    const isOther = libraryIn(path, operand.filter((item) => !holdsFields(item)) as never, options);
    const isExact = isOneOf(path, operand.filter(holdsFields));
    return (document) => isExact(document) || isOther(document);
  };
  return { $eq, $ne: not($eq), $in, $nin: not($in) };
}

function not(operator: Operator): Operator {
  return (path, operand, options) => {
    const holds = operator(path, operand, options);
    return (document) => !holds(document);
  };
}

function isOneOf(path: string, operands: Value[]): Predicate {
  return (document) =>
    indexValues(document, path).some((value) => operands.some((operand) => same(value, operand)));
}

function holdsFields(value: Value): boolean {
  return isFields(value) || (Array.isArray(value) && value.some(holdsFields));
}

function same(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((v, i) => same(v, b[i]));
  if (!isFields(a) || !isFields(b)) return a === b || isDeepStrictEqual(a, b);
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value], at) => key === right[at]?.[0] && same(value, right[at]?.[1]))
  );
}
