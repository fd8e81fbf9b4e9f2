import type { BinaryOperator, FormulaKind, FormulaNode } from './formula';
import { formulaInvalid } from './formula-error';

const CONDITIONS: ReadonlySet<BinaryOperator> = new Set(['&&', '||']);
const ARITHMETIC: ReadonlySet<BinaryOperator> = new Set(['+', '-', '*', '/']);

/**
 * Checks that amounts are calculated with and conditions decided by, and nothing else: `1 + (a > 2)` is neither.
 * @throws AppError PAY_FORMULA_INVALID `kind`
 */
export function requireKind(item: string, node: FormulaNode, wanted: FormulaKind, position = 1): void {
  if (kindOf(node) !== wanted) throw formulaInvalid(item, 'kind', position);
  for (const { of, kind, at = position } of operandsOf(node)) requireKind(item, of, kind, at);
}

interface Operand {
  readonly of: FormulaNode;
  readonly kind: FormulaKind;
  readonly at?: number;
}

function operandsOf(node: FormulaNode): Operand[] {
  if (node.type === 'unary') return [{ of: node.of, kind: node.operator === '!' ? 'condition' : 'number' }];
  if (node.type === 'call')
    return node.args.map((of, index) => ({
      of,
      kind: node.function === 'if' && index === 0 ? 'condition' : 'number',
    }));
  if (node.type !== 'binary') return [];
  const kind = CONDITIONS.has(node.operator) ? 'condition' : 'number';
  return [node.left, node.right].map((of) => ({ of, kind, at: node.position }));
}

function kindOf(node: FormulaNode): FormulaKind {
  if (node.type === 'unary') return node.operator === '!' ? 'condition' : 'number';
  if (node.type === 'binary') return ARITHMETIC.has(node.operator) ? 'number' : 'condition';
  return 'number';
}
