import type { Ratio } from '../../../shared/figures/ratio';

/** A formula as it is evaluated: numbers, names, operators and the functions of `functions.ts`, nothing else. */
export type FormulaNode =
  | { readonly type: 'number'; readonly value: Ratio }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'unary'; readonly operator: UnaryOperator; readonly of: FormulaNode }
  | {
      readonly type: 'binary';
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
      /** Where the operator is in the text, from 1. */
      readonly position: number;
    }
  | { readonly type: 'call'; readonly function: FunctionName; readonly args: readonly FormulaNode[] };

export type UnaryOperator = '-' | '+' | '!';
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];
export type FunctionName = keyof typeof FUNCTION_ARGUMENTS;

export const BINARY_OPERATORS = [
  ...(['+', '-', '*', '/'] as const),
  ...(['<', '<=', '>', '>=', '==', '!='] as const),
  ...(['&&', '||'] as const),
] as const;

/** The functions, and how many arguments each takes. */
export const FUNCTION_ARGUMENTS = {
  min: { least: 1, most: 10 },
  max: { least: 1, most: 10 },
  round: { least: 1, most: 2 },
  floor: { least: 1, most: 1 },
  if: { least: 3, most: 3 },
} as const;

/** Yuan; more is no pay of a month. */
export const MAX_VALUE = 10_000_000_000;

/** What a formula gives: an amount, or what a condition gives. */
export type FormulaKind = 'number' | 'condition';

/** A checked formula. */
export interface Formula {
  readonly root: FormulaNode;
  /** Names that it reads, each once, in the order of the text. */
  readonly names: readonly string[];
}
