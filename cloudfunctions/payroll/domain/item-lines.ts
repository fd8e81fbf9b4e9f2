import type { LocalText } from '#contracts/common';
import type { Fen, PayInput, PayStep } from '#contracts/pay';
import { type CompiledItem, evaluateAmount, evaluateCondition, type PayName } from '../../salaries/rules';
import { exactText, type Ratio, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { type SlipInput, type SlipLine, sameText } from './slip-input';

/** What formulas read of this month; `entered` is of the item. */
export type Variables = Readonly<Record<Exclude<PayName, 'entered'>, Ratio>>;

const FEN_OF_YUAN = ratio(100);
const YUAN_OF_FEN = ratio(1, 100);
const ZERO = 0 as Fen;

const KINDS: Readonly<Record<PayName, PayInput['kind']>> = {
  ...{ wage: 'money', full_wage: 'money', entered: 'money' },
  ...{
    due_days: 'days',
    employed_days: 'days',
    attended_days: 'days',
    absent_days: 'days',
    unpaid_days: 'days',
  },
  // A formula divides the rate by 100, so that it is a number there.
  ...{ overtime_hours: 'hours', service_months: 'months', month: 'number', bonus_rate: 'number' },
};

export const yuan = (amount: Fen): Ratio => times(ratio(amount), YUAN_OF_FEN);

/**
 * The lines of the items, in the order in which they are worked out; without those whose condition does not hold.
 * An item that reads one that is not there reads 0.
 * @throws AppError PAY_FORMULA_FAILED
 */
export function itemLines({ items, ...input }: SlipInput, variables: Variables): SlipLine[] {
  const names = new Map(items.map(({ item }) => [item.id, item.name]));
  const amounts = new Map<string, Fen>();
  const lines: SlipLine[] = [];
  for (const each of items) {
    const { item, formula, condition } = each;
    const entered = input.salary.entered[item.id] ?? ZERO;
    const read = (name: string): Ratio => {
      if (name === 'entered') return yuan(entered);
      const amount = amounts.get(name);
      return amount === undefined ? (variables[name as keyof Variables] ?? ratio(0)) : yuan(amount);
    };
    if (condition && !evaluateCondition(item.id, condition, read)) continue;
    const amount = toFen(times(evaluateAmount(item.id, formula, read), FEN_OF_YUAN));
    amounts.set(item.id, amount);
    if (amount !== 0) lines.push(lineOf(each, itemStep(each, amount, { ...input, read, names })));
  }
  return lines;
}

const lineOf = ({ item }: CompiledItem, step: PayStep): SlipLine => {
  const { kind, isTaxable, isInsurable, isInMinimum } = item;
  return { step, kind, isTaxable, isInsurable, isInMinimum };
};

interface ItemFacts extends Pick<SlipInput, 'bonus' | 'itemsFrom'> {
  readonly read: (name: string) => Ratio;
  /** Of all items, by id. */
  readonly names: ReadonlyMap<string, LocalText>;
}

function itemStep(
  { item, formula }: CompiledItem,
  amount: Fen,
  { bonus, itemsFrom, read, names }: ItemFacts,
): PayStep {
  const readsBonus = bonus !== null && formula.names.includes('bonus_rate');
  return {
    ...{ id: item.id, name: item.name, amount, formula: 'item' },
    inputs: [
      { name: 'formula', kind: 'text', value: sameText(item.formula) },
      ...formula.names.map((name) => inputOf(name, read(name), names.get(name))),
      ...(readsBonus ? bonus.inputs : []),
    ],
    rule: (readsBonus ? bonus.rule : null) ?? {
      id: `company.item.${item.id}`,
      from: itemsFrom,
      until: null,
      source: item.name['zh-CN'],
      sourceEn: item.name.en,
    },
    parts: [],
  };
}

/** Other items are money, each with its own name. */
function inputOf(name: string, value: Ratio, label: LocalText | undefined): PayInput {
  const kind = label ? 'money' : KINDS[name as PayName];
  return kind === 'money'
    ? { name, ...(label && { label }), kind, value: toFen(times(value, FEN_OF_YUAN)) }
    : ({ name, kind, value: exactText(value) } as PayInput);
}
