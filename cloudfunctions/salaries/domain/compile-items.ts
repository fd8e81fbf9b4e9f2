import type { ErrorData } from '#contracts/errors';
import type { PayItem } from '#contracts/pay-item';
import { PAY_NAMES } from '../../../miniprogram/features/pay/common/pay-names';
import { AppError } from '../../shared/errors/app-error';
import { ratio } from '../../shared/figures/ratio';
import { BUILT_IN_LINES } from './built-in-lines';
import { evaluateAmount } from './formula/evaluate-formula';
import { type Formula, type FormulaNode, FUNCTION_ARGUMENTS } from './formula/formula';
import { parseFormula } from './formula/parse-formula';

/** A checked item. */
export interface CompiledItem {
  readonly item: PayItem;
  readonly formula: Formula;
  /** Null for always. */
  readonly condition: Formula | null;
}

/** An item for every person of a run: more would make a run slow. */
const MAX_ITEMS = 60;
const ID = /^[a-z][a-z0-9_]{0,31}$/;
const RESERVED: ReadonlySet<string> = new Set([
  ...PAY_NAMES,
  ...BUILT_IN_LINES,
  ...Object.keys(FUNCTION_ARGUMENTS),
  // Words of the parser, and what every object of JavaScript has.
  ...['true', 'false', 'null', 'this', 'constructor'],
]);

/**
 * Checks the items and puts them in the order in which they are worked out: each after those that its formula and its
 * condition read, otherwise as they are listed.
 * @throws AppError PAY_ITEM_INVALID, PAY_FORMULA_INVALID, PAY_FORMULA_FAILED for a division by a zero that is written, PAY_ITEM_LOOP
 * with the chain
 */
export function compileItems(items: readonly PayItem[]): readonly CompiledItem[] {
  requireIds(items);
  const known = new Set<string>([...PAY_NAMES, ...items.map(({ id }) => id)]);
  const compiled = new Map(items.map((item) => [item.id, compiledItem(item, known)]));
  return inOrder(compiled);
}

/** The items in the order in which they are worked out; as they are if a later release refuses them, so that they can be mended. */
export function inOrderOfWork(items: readonly PayItem[]): readonly PayItem[] {
  try {
    return compileItems(items).map(({ item }) => item);
  } catch (error) {
    if (error instanceof AppError) return items;
    throw error;
  }
}

function requireIds(items: readonly PayItem[]): void {
  if (items.length > MAX_ITEMS) throw invalid('', 'too-many');
  const seen = new Set<string>();
  for (const { id } of items) {
    if (!ID.test(id)) throw invalid(id, 'id');
    if (RESERVED.has(id)) throw invalid(id, 'reserved');
    if (seen.has(id)) throw invalid(id, 'twice');
    seen.add(id);
  }
}

function compiledItem(item: PayItem, known: ReadonlySet<string>): CompiledItem {
  const formula = parseFormula(item.id, item.formula, 'number', known);
  const condition = item.condition === '' ? null : parseFormula(item.id, item.condition, 'condition', known);
  for (const each of [formula, condition]) if (each) requireConstants(item.id, each.root);
  return { item, formula, condition };
}

/** What has no name in it fails for everybody or for nobody, so that it is worked out once here. @throws AppError PAY_FORMULA_FAILED */
function requireConstants(item: string, node: FormulaNode): void {
  if (node.type === 'binary' && node.operator === '/' && !readsName(node.right))
    evaluateAmount(item, { root: { ...node, left: ZERO }, names: [] }, () => ratio(0));
  for (const part of partsOf(node)) requireConstants(item, part);
}

const ZERO: FormulaNode = { type: 'number', value: ratio(0) };

function partsOf(node: FormulaNode): readonly FormulaNode[] {
  if (node.type === 'unary') return [node.of];
  if (node.type === 'binary') return [node.left, node.right];
  return node.type === 'call' ? node.args : [];
}

const readsName = (node: FormulaNode): boolean => node.type === 'name' || partsOf(node).some(readsName);

/** Depth first; an item that is met again while its own names are followed is a loop. */
function inOrder(compiled: ReadonlyMap<string, CompiledItem>): CompiledItem[] {
  const ordered = new Set<CompiledItem>();
  const follow = (each: CompiledItem, chain: readonly string[]): void => {
    if (ordered.has(each)) return;
    const { id } = each.item;
    if (chain.includes(id)) throw loop(compiled, [...chain.slice(chain.indexOf(id)), id]);
    for (const name of namesOf(each)) {
      const other = compiled.get(name);
      if (other) follow(other, [...chain, id]);
    }
    ordered.add(each);
  };
  for (const each of compiled.values()) follow(each, []);
  return [...ordered];
}

const namesOf = ({ formula, condition }: CompiledItem): string[] => [
  ...formula.names,
  ...(condition?.names ?? []),
];

const loop = (compiled: ReadonlyMap<string, CompiledItem>, ids: readonly string[]) =>
  new AppError('PAY_ITEM_LOOP', {
    chain: ids.map((id) => compiled.get(id)?.item.name['zh-CN'] ?? id).join(' → '),
  });

const invalid = (item: string, rule: ErrorData['PAY_ITEM_INVALID']['rule']) =>
  new AppError('PAY_ITEM_INVALID', { item, rule });
