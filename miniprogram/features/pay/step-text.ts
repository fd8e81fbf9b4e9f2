import type { Day, Month } from '#contracts/common';
import type { PayInput, PayRule, PayStep } from '#contracts/pay';
import { moneyText } from '../../locales/request-text';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';
import { dayShort, dayText, monthText } from '../../utils/dates';
import { decimalText, hoursAndMinutes } from './exact-text';
import { formulaInWords } from './formula-text';

/** Ids such as `overtime.300` are one word of the texts. */
const wordOf = (id: string): string => id.replace(/\W/g, '_');

export function stepName({ id, name }: Pick<PayStep, 'id' | 'name'>, t: Words): string {
  if (name) return t.pick(name);
  const [, head, rest = ''] = /^(less|carried|difference)\.(.+)$/.exec(id) ?? [];
  if (head === 'less') return t.t('payNames.less', { name: stepName({ id: rest }, t) });
  if (head === 'difference') return t.t('payNames.differenceOf', { month: monthText(rest as Month, t) });
  if (head === 'carried') return t.t('payNames.carriedFrom', { month: monthText(rest as Month, t) });
  // A part of a difference has the path of its line.
  if (id.indexOf('/') >= 0) return lineName(id, t);
  // What is worked out by stretches, such as differences of earlier months, has a line for each.
  if (/^\d{4}-\d{2}$/.test(id)) return monthText(id as Month, t);
  if (/^\d{4}-\d{2}-\d{2}$/.test(id)) return t.t('slip.ruleFrom', { day: dayText(id as Day, t) });
  return t.t(`payNames.${wordOf(id)}` as TextKey);
}

/** The name of a part of the net: all kinds of tax stand under one head. */
export const sectionName = (step: Pick<PayStep, 'id' | 'name'>, t: Words): string =>
  step.id.startsWith('tax.') ? t.t('payNames.tax') : stepName(step, t);

/** The name of a line by its path, without those above it. */
export const lineName = (path: string, t: Words): string =>
  stepName({ id: path.slice(path.lastIndexOf('/') + 1) }, t);

const unitText = (unit: 'days' | 'hours' | 'months', value: string, t: Words): string =>
  t.t(`payUnits.${wordOf(unit)}` as TextKey, { value, count: Number(value) });

const valueText = (input: PayInput, t: Words): string => {
  switch (input.kind) {
    case 'money':
      return moneyText(input.value);
    case 'percent':
      return `${decimalText(input.value)}%`;
    case 'day':
      return dayText(input.value, t);
    case 'text':
      return textOf(t.pick(input.value), t);
    case 'number':
      return decimalText(input.value);
    case 'hours': {
      const parts = hoursAndMinutes(input.value);
      return parts ? t.t('payUnits.hoursMinutes', parts) : unitText('hours', decimalText(input.value), t);
    }
    default:
      return unitText(input.kind, decimalText(input.value), t);
  }
};

/** A period that was kept as a month, such as that of an appraisal, is said as one. */
const textOf = (text: string, t: Words): string =>
  /^\d{4}-\d{2}$/.test(text) ? monthText(text as Month, t) : text;

/** One figure that went into an amount: 工资 ¥27,000.00. */
export interface Figure {
  readonly name: string;
  readonly value: string;
}

/**
 * How an amount was worked out, in one sentence; empty for a sum of its parts and for what was entered. `isTaken`: it is
 * taken off the pay, and was worked out as an amount above zero.
 */
export function formulaText({ formula, inputs, ...step }: PayStep, isTaken: boolean, t: Words): string {
  if (formula === null) return '';
  const values = inputTexts(inputs, t);
  if (values.formula !== undefined) {
    const labels = new Map(inputs.map((input) => [input.name, inputName(input, t)]));
    const nameOf = (name: string) => labels.get(name) ?? name;
    values.formula = formulaInWords(values.formula, nameOf, t);
  }
  const amount = isTaken ? -step.amount : step.amount;
  return t.t(`payFormulas.${wordOf(formula)}` as TextKey, { ...values, amount: moneyText(amount) });
}

/** Figures by name, for a sentence that says them. */
export const inputTexts = (inputs: readonly PayInput[], t: Words): Record<string, string> =>
  Object.fromEntries(inputs.map((input) => [wordOf(input.name), valueText(input, t)]));

const inputName = ({ name, label }: PayInput, t: Words): string =>
  label ? t.pick(label) : t.t(`payInputs.${wordOf(name)}` as TextKey);

/** The figures that went into an amount, each with its name; the formula is said as a sentence. */
export const figuresOf = ({ inputs }: PayStep, t: Words): Figure[] =>
  inputs
    .filter(({ name }) => name !== 'formula')
    .map((input) => ({ name: inputName(input, t), value: valueText(input, t) }));

/** 规则：劳动法第 44 条 · 自 2026年7月1日; and that nobody has confirmed it yet. */
export function ruleText(rule: PayRule | null, t: Words): string {
  if (!rule) return '';
  const source = (t.language === 'en' && rule.sourceEn) || rule.source;
  const from = t.t('slip.ruleFrom', { day: dayShort(rule.from, t) });
  const until = rule.until ? t.t('slip.ruleUntil', { day: dayShort(rule.until, t) }) : '';
  const unverified = rule.isUnverified ? t.t('slip.ruleUnverified') : '';
  return [t.t('slip.rule', { source }), from, until, unverified]
    .filter((part) => part !== '')
    .join(t.t('common.separator'));
}
