import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import type { Value } from '../document';
import { assertQuery } from './assert-query';

/** An operator of an expression, as the query library calls it: the document, the operand as written, the options. */
export type Expression = (document: Value, operand: Value, options: Options) => Value;

export const evaluate = (document: Value, operand: Value, options: Options): Value =>
  evalExpr(document as never, operand as never, options as never);

export const isNil = (value: Value): value is null | undefined => value === null || value === undefined;

/**
 * The operands of an operator that takes from `least` to `most` of them; a single one may be given without
 * brackets.
 */
export function operandsOf(
  name: string,
  [document, operand, options]: Parameters<Expression>,
  [least, most]: readonly [number, number],
): Value[] {
  const list = Array.isArray(operand) ? operand : [operand];
  const fits = list.length >= least && list.length <= most;
  assertQuery(
    fits,
    `${name} takes ${least === most ? least : `${least} to ${most}`} operands, not ${list.length}`,
  );
  return list.map((each) => evaluate(document, each, options));
}

/** An operator on evaluated operands. */
export const on =
  (name: string, count: readonly [number, number], work: (...values: Value[]) => Value): Expression =>
  (...call) =>
    work(...operandsOf(name, call, count));
