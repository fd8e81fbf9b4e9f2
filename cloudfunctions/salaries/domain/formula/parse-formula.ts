import jsep from 'jsep';
import { ratio } from '../../../shared/figures/ratio';
import {
  BINARY_OPERATORS,
  type Formula,
  type FormulaKind,
  type FormulaNode,
  FUNCTION_ARGUMENTS,
  type FunctionName,
} from './formula';
import { formulaInvalid } from './formula-error';
import { requireKind } from './require-kind';

const MAX_LENGTH = 500;
/** Brackets in brackets. */
const MAX_DEPTH = 20;
const MAX_NODES = 200;
const NUMBER = /^(\d{1,11})(?:\.(\d{1,6}))?$/;

/** The text as it is parsed, character by character: full-width signs and the signs of a school book are accepted. */
const plainFormula = (text: string): string =>
  text
    .replace(/[！-～]/g, (sign) => sign.normalize('NFKC'))
    .replace(/×/g, '*')
    .replace(/÷/g, '/');

/**
 * Parses a formula of a pay item. Nothing of it is ever executed as code: it becomes a tree of the nodes of `formula.ts`.
 * @param item its id, for the error
 * @param known the names that it may read
 * @throws AppError PAY_FORMULA_INVALID with item, rule and position
 */
export function parseFormula(
  item: string,
  text: string,
  kind: FormulaKind,
  known: ReadonlySet<string>,
): Formula {
  const plain = plainFormula(text);
  requireBounds(item, plain);
  const parser = new FormulaReader(item, plain, known);
  const root = parser.read(parsed(item, plain));
  requireKind(item, root, kind);
  return { root, names: [...parser.names] };
}

/** Before parsing, which is recursive. */
function requireBounds(item: string, text: string): void {
  if (text.length > MAX_LENGTH) throw formulaInvalid(item, 'too-long', MAX_LENGTH + 1);
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++;
    if (text[index] === ')') depth--;
    if (depth > MAX_DEPTH) throw formulaInvalid(item, 'too-deep', index + 1);
  }
}

function parsed(item: string, text: string): jsep.Expression {
  try {
    return jsep(text);
  } catch (error) {
    const { index } = error as { index?: number };
    if (index === undefined) throw error;
    throw formulaInvalid(item, 'syntax', Math.min(index + 1, Math.max(1, text.length)));
  }
}

/** Turns the parser's nodes into ours, in the order of the text; the parser keeps no positions. */
class FormulaReader {
  readonly names = new Set<string>();
  private nodes = 0;
  /** Behind what was read last. */
  private end = 0;

  constructor(
    private readonly item: string,
    private readonly text: string,
    private readonly known: ReadonlySet<string>,
  ) {}

  read(node: jsep.Expression): FormulaNode {
    this.nodes++;
    if (this.nodes > MAX_NODES) throw this.refused('too-long');
    switch (node.type) {
      case 'Literal':
        return this.literal(node as jsep.Literal);
      case 'Identifier':
        return this.name(node as jsep.Identifier);
      case 'UnaryExpression':
        return this.unary(node as jsep.UnaryExpression);
      case 'BinaryExpression':
        return this.binary(node as jsep.BinaryExpression);
      case 'CallExpression':
        return this.call(node as jsep.CallExpression);
      case 'Compound':
        return this.compound(node as jsep.Compound);
      default:
        throw this.refused('syntax');
    }
  }

  private literal({ raw }: jsep.Literal): FormulaNode {
    const [, whole, decimals = ''] = NUMBER.exec(raw) ?? [];
    if (!whole) throw this.refused('number', raw);
    this.pass(raw);
    return { type: 'number', value: ratio(Number(whole + decimals), 10 ** decimals.length) };
  }

  private name({ name }: jsep.Identifier): FormulaNode {
    if (!this.known.has(name)) throw this.refused('unknown-name', name);
    this.pass(name);
    this.names.add(name);
    return { type: 'name', name };
  }

  private unary({ operator, argument }: jsep.UnaryExpression): FormulaNode {
    const isKnown = operator === '-' || operator === '+' || operator === '!';
    if (!isKnown) throw this.refused('syntax', operator);
    this.pass(operator);
    return { type: 'unary', operator, of: this.read(argument) };
  }

  private binary(node: jsep.BinaryExpression): FormulaNode {
    const left = this.read(node.left);
    const position = this.startOf(node.operator) + 1;
    const operator = BINARY_OPERATORS.find((each) => each === node.operator);
    if (!operator) throw formulaInvalid(this.item, 'syntax', position, node.operator);
    this.pass(operator);
    return { type: 'binary', operator, left, right: this.read(node.right), position };
  }

  private call({ callee, arguments: args }: jsep.CallExpression): FormulaNode {
    const { name = '' } = callee as jsep.Identifier;
    if (!Object.hasOwn(FUNCTION_ARGUMENTS, name)) throw this.refused('unknown-function', name);
    const { least, most } = FUNCTION_ARGUMENTS[name as FunctionName];
    // An argument that is missing, such as the second one of `max(1,,2)`, is null.
    const isCount = args.length >= least && args.length <= most && args.every(Boolean);
    if (!isCount) throw this.refused('arguments', name);
    this.pass(name);
    return { type: 'call', function: name as FunctionName, args: args.map((each) => this.read(each)) };
  }

  /** Two expressions with nothing between them, or none. */
  private compound({ body }: jsep.Compound): FormulaNode {
    if (body[0]) this.read(body[0]);
    throw this.refused('syntax');
  }

  private startOf(part: string): number {
    return Math.max(this.end, this.text.indexOf(part, this.end));
  }

  private pass(part: string): void {
    this.end = this.startOf(part) + part.length;
  }

  private refused(rule: Parameters<typeof formulaInvalid>[1], part = '') {
    const next = part === '' ? this.text.slice(this.end).search(/\S/) : this.startOf(part) - this.end;
    return formulaInvalid(this.item, rule, this.end + Math.max(0, next) + 1, part);
  }
}
