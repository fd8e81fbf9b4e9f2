import { type Fields, isFields, type Value } from './document';
import { indexKey, isIndexable, rangeType } from './index-key';

/** The condition of a filter on one field, as far as an index can serve it. */
export interface FieldCondition {
  /** The field equals one of these. */
  oneOf?: Value[];
  atLeast?: Value;
  atMost?: Value;
}

/**
 * The conditions that every match must meet: those of the filter itself and of its `$and` parts. Others (`$or`,
 * regular expressions, `$not`) are tested on the candidates afterwards.
 */
export function fieldConditions(filter: Fields): Map<string, FieldCondition> {
  const found = new Map<string, FieldCondition>();
  for (const [field, operand] of requiredParts(filter)) {
    const condition = found.get(field) ?? {};
    found.set(field, condition);
    for (const [operator, value] of operators(operand)) add(condition, operator, value);
  }
  return found;
}

function requiredParts(filter: Fields): [string, Value][] {
  return Object.entries(filter).flatMap(([key, value]): [string, Value][] => {
    if (key === '$and' && Array.isArray(value)) return value.filter(isFields).flatMap(requiredParts);
    return key.startsWith('$') ? [] : [[key, value]];
  });
}

function operators(operand: Value): [string, Value][] {
  const hasOperators = isFields(operand) && Object.keys(operand).some((key) => key.startsWith('$'));
  return hasOperators ? Object.entries(operand) : [['$eq', operand]];
}

function add(condition: FieldCondition, operator: string, value: Value): void {
  if (operator === '$eq' && isIndexable(value)) condition.oneOf ??= [value];
  if (operator === '$in' && Array.isArray(value) && value.every(isIndexable)) condition.oneOf ??= value;
  if (rangeType(value) === undefined) return;
  if (operator === '$gt' || operator === '$gte') condition.atLeast = later(condition.atLeast, value);
  if (operator === '$lt' || operator === '$lte') condition.atMost = earlier(condition.atMost, value);
}

function later(known: Value, value: Value): Value {
  return known === undefined || indexKey(value) > indexKey(known) ? value : known;
}

function earlier(known: Value, value: Value): Value {
  return known === undefined || indexKey(value) < indexKey(known) ? value : known;
}
