import { AppError } from '../../../shared/errors/app-error';
import { by, compared, minus, plus, type Ratio, ratio, rounded, times } from '../../../shared/figures/ratio';
import { type BinaryOperator, type Formula, type FormulaNode, MAX_VALUE } from './formula';

/** What a name stands for; yuan where it is money. */
export type ReadName = (name: string) => Ratio;

const ZERO = ratio(0);
const HALF = ratio(1, 2);
const LIMIT = ratio(MAX_VALUE);
/** `round(x)` rounds to the fen. */
const FEN_DECIMALS = ratio(2);
const MAX_DECIMALS = 4;

/**
 * What a formula gives, exactly.
 * @throws AppError PAY_FORMULA_FAILED with item and position: a division by zero, or an amount beyond all pay
 */
export const evaluateAmount = (item: string, { root }: Formula, read: ReadName): Ratio =>
  new Evaluation(item, read).amount(root);

/** Whether a condition holds. @throws as `evaluateAmount` */
export const evaluateCondition = (item: string, { root }: Formula, read: ReadName): boolean =>
  new Evaluation(item, read).holds(root);

class Evaluation {
  constructor(
    private readonly item: string,
    private readonly read: ReadName,
  ) {}

  amount(node: FormulaNode): Ratio {
    switch (node.type) {
      case 'number':
        return node.value;
      case 'name':
        return this.read(node.name);
      case 'unary':
        return node.operator === '-' ? minus(ZERO, this.amount(node.of)) : this.amount(node.of);
      case 'binary':
        return this.limited(this.calculated(node), node.position);
      case 'call':
        return this.called(node);
    }
  }

  holds(node: FormulaNode): boolean {
    if (node.type === 'unary') return !this.holds(node.of);
    if (node.type !== 'binary') throw new RangeError('Not a condition');
    if (node.operator === '&&') return this.holds(node.left) && this.holds(node.right);
    if (node.operator === '||') return this.holds(node.left) || this.holds(node.right);
    return isTrue(node.operator, compared(this.amount(node.left), this.amount(node.right)));
  }

  private calculated(node: FormulaNode & { type: 'binary' }): Ratio {
    const [left, right] = [this.amount(node.left), this.amount(node.right)];
    if (node.operator === '+') return plus(left, right);
    if (node.operator === '-') return minus(left, right);
    if (node.operator === '*') return times(left, right);
    if (compared(right, ZERO) === 0) throw this.failed('division', node.position);
    return by(left, right);
  }

  private called({ function: name, args }: FormulaNode & { type: 'call' }): Ratio {
    const [first, second, third] = args as [FormulaNode, FormulaNode, FormulaNode];
    // Only the branch that is taken: `if(b == 0, 0, a / b)` never divides by zero.
    if (name === 'if') return this.amount(this.holds(first) ? second : third);
    const values = args.map((each) => this.amount(each));
    const [value = ZERO, decimals = FEN_DECIMALS] = values;
    if (name === 'floor') return ratio(rounded(minus(value, HALF), 0));
    if (name === 'round')
      return roundedAway(value, Math.min(MAX_DECIMALS, Math.max(0, rounded(decimals, 0))));
    const sign = name === 'max' ? 1 : -1;
    return values.reduce((best, each) => (compared(each, best) * sign > 0 ? each : best));
  }

  private limited(value: Ratio, position: number): Ratio {
    const size = compared(value, ZERO) < 0 ? minus(ZERO, value) : value;
    if (compared(size, LIMIT) > 0) throw this.failed('too-large', position);
    return value;
  }

  private failed(rule: 'division' | 'too-large', position: number) {
    return new AppError('PAY_FORMULA_FAILED', { item: this.item, rule, position });
  }
}

/** Half away from zero. */
function roundedAway(value: Ratio, decimals: number): Ratio {
  const unit = 10 ** decimals;
  const isNegative = compared(value, ZERO) < 0;
  const whole = rounded(times(isNegative ? minus(ZERO, value) : value, ratio(unit)), 0);
  return ratio(isNegative ? -whole : whole, unit);
}

function isTrue(operator: BinaryOperator, difference: number): boolean {
  if (operator === '<') return difference < 0;
  if (operator === '<=') return difference <= 0;
  if (operator === '>') return difference > 0;
  if (operator === '>=') return difference >= 0;
  return (difference === 0) === (operator === '==');
}
