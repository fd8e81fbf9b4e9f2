import type { PayItem } from '#contracts/pay-item';
import type { TextKey } from '../../../../locales/texts';
import type { Words } from '../../../../locales/words';
import { PAY_NAMES, type PayName } from '../../common/pay-names';

const NAME = /[A-Za-z_][A-Za-z0-9_]*/g;
const isPayName = (name: string): name is PayName => (PAY_NAMES as readonly string[]).includes(name);

export const payNameText = (name: PayName, t: Words): string => t.t(`payInputs.${name}` as TextKey);

/** A formula as people read it: names instead of codes, and the signs of a school book. */
export function formulaWords(formula: string, items: readonly PayItem[], t: Words): string {
  const byId = new Map(items.map(({ id, name }) => [id, t.pick(name)]));
  return formula
    .replace(NAME, (name) => (isPayName(name) ? payNameText(name, t) : (byId.get(name) ?? name)))
    .replace(/\*/g, '×')
    .replace(/\//g, '÷');
}

const AROUND = 12;

/** The place of a mistake: what stands before it, and from there on. `position` counts from 1. */
export function placeOf(text: string, position: number): { readonly before: string; readonly at: string } {
  const index = Math.min(Math.max(0, position - 1), text.length);
  const start = Math.max(0, index - AROUND);
  const end = index + AROUND;
  return {
    before: `${start > 0 ? '…' : ''}${text.slice(start, index)}`,
    at: `${text.slice(index, end)}${end < text.length ? '…' : ''}`,
  };
}
