import type { Exact } from '#contracts/common';
import type { Fen, PayInput, PayStep } from '#contracts/pay';
import type { Band } from './packs/tables';

type Rest = Partial<Pick<PayStep, 'inputs' | 'rule' | 'parts' | 'name'>>;

/** A step that is worked out by a formula. */
export const step = (id: string, amount: Fen, formula: string, rest: Rest = {}): PayStep => ({
  ...{ id, amount, formula, inputs: [], rule: null, parts: [] },
  ...rest,
});

/** A step that is the sum of its parts. */
export const sumStep = (id: string, parts: readonly PayStep[]): PayStep => ({
  ...{ id, amount: total(parts.map(({ amount }) => amount)), formula: null, inputs: [], rule: null, parts },
});

/** What was entered or comes from elsewhere. */
export const entered = (id: string, amount: Fen): PayStep => ({
  ...{ id, amount, formula: null, inputs: [], rule: null, parts: [] },
});

/** A step that is deducted from what it stands in. */
export const deducted = (part: PayStep): PayStep =>
  step(`less.${part.id}`, (-part.amount || 0) as Fen, 'tax.less', { parts: [part] });

const total = (amounts: readonly Fen[]): Fen => amounts.reduce<number>((sum, each) => sum + each, 0) as Fen;

export const money = (name: string, value: Fen): PayInput => ({ name, kind: 'money', value });
export const months = (name: string, value: number): PayInput => ({
  name,
  kind: 'months',
  value: exact(value),
});
export const percent = (name: string, value: number): PayInput => ({
  name,
  kind: 'percent',
  value: exact(value),
});
export const numberInput = (name: string, value: number): PayInput => ({
  name,
  kind: 'number',
  value: exact(value),
});

/** Rate and quick deduction of a band. */
export const bandInputs = (band: Band): PayInput[] => [
  percent('tax.rate', band.percent),
  money('tax.quick', band.quick),
];

const exact = (whole: number): Exact => `${whole}` as Exact;
