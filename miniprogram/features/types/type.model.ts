import type { LocalText } from '#contracts/common';
import type { ApproverRule, Condition, FlowStep } from '#contracts/flow';
import type { FormField } from '#contracts/form';
import type { PersonBrief } from '#contracts/person';
import type { RequestType } from '#contracts/request-type';
import { completeText, rewritten } from '../../common/local-text';
import { figureOf } from './edit-row';

/** A request type while it is edited. Figures that are no figures yet are NaN. */
export type TypeDraft = Omit<RequestType, 'version'>;

/** The path of the open sheet: `['field', '2', 'column', '0']`, `['step', '1', 'when', '0']`, `['cc']`. */
export type Path = readonly string[];

const EMPTY: LocalText = { 'zh-CN': '', en: '' };

export const newType = (id: string): TypeDraft => ({
  id,
  kind: 'custom',
  name: EMPTY,
  enabled: true,
  form: [],
  flow: { steps: [newStep([])], cc: [], escalateAfterHours: 72 },
});

/** A new type that begins as another one; effects of its kind are not copied. */
export const copyOf = (type: RequestType, id: string): TypeDraft => {
  const { version: _, ...rest } = type;
  return { ...rest, id, kind: 'custom', enabled: true, form: rest.form.map(withOptions) };
};

/** The kinds of leave are filled in for leave alone: a copy asks in words. */
const withOptions = (field: FormField): FormField =>
  field.kind === 'choice' && !field.options ? { ...field, kind: 'text' } : field;

/** The first of `prefix1`, `prefix2` … that is not taken. */
function freeId(prefix: string, taken: readonly string[]): string {
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => `${prefix}${index + 1}`);
  return numbers.find((id) => !taken.includes(id)) ?? prefix;
}

export const newField = (others: readonly FormField[]): FormField => ({
  id: freeId(
    'f',
    others.map(({ id }) => id),
  ),
  kind: 'text',
  label: EMPTY,
  required: false,
});

export function newStep(others: readonly FlowStep[]): FlowStep {
  const id = freeId(
    's',
    others.map((step) => step.id),
  );
  return { id, name: EMPTY, mode: 'any', approvers: [{ by: 'manager', level: 1 }], when: [] };
}

type Option = NonNullable<FormField['options']>[number];

/** Conditions name an option by id alone, so ids are unique in the form: prefixed with the field's id. */
export const newOption = (field: FormField): Option => ({
  id: freeId(
    `${field.id}-`,
    (field.options ?? []).map(({ id }) => id),
  ),
  label: EMPTY,
});

export const replaced = <T>(list: readonly T[], index: number, change: (item: T) => T): T[] =>
  list.map((item, at) => (at === index ? change(item) : item));
const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);
function moved<T>(list: readonly T[], index: number, by: number): readonly T[] {
  const item = list[index];
  const target = index + by;
  if (item === undefined || target < 0 || target >= list.length) return list;
  const rest = without(list, index);
  return [...rest.slice(0, target), item, ...rest.slice(target)];
}

/** Moves or removes an entry of a list. */
export function arranged<T>(list: readonly T[], index: number, verb: 'up' | 'down' | 'remove'): readonly T[] {
  return verb === 'remove' ? without(list, index) : moved(list, index, verb === 'up' ? -1 : 1);
}

const TEXTS = ['text', 'file', 'table'];
const FIGURES = ['number', 'money'];

/** The field as another kind; keeps the properties that the new kind has. */
function ofKind(field: FormField, kind: FormField['kind']): FormField {
  const { id, label, required, most, from, to, options, columns, private: isPrivate } = field;
  return {
    id,
    kind,
    label,
    required,
    ...(TEXTS.includes(kind) && most !== undefined && { most }),
    ...(kind === 'text' && isPrivate && { private: true }),
    ...(FIGURES.includes(kind) && { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }),
    ...(kind === 'choice' && { options: options ?? [] }),
    ...(kind === 'table' && { columns: columns ?? [] }),
  };
}

/** Fen of a written amount of yuan. */
const fenOf = (value: number): number => Math.round(value * 100);

/** One written or chosen value of a field. */
export function changedField(field: FormField, id: string, value: string): FormField {
  const figure = figureOf(value);
  const money = field.kind === 'money';
  switch (id) {
    case 'label.zh-CN':
      return { ...field, label: rewritten(field.label, 'zh-CN', value) };
    case 'label.en':
      return { ...field, label: rewritten(field.label, 'en', value) };
    case 'kind':
      return ofKind(field, value as FormField['kind']);
    case 'required':
      return { ...field, required: value === 'yes' };
    case 'private': {
      const { private: _, ...rest } = field;
      return value === 'yes' ? { ...rest, private: true } : rest;
    }
    case 'most':
    case 'from':
    case 'to': {
      const { [id]: _, ...rest } = field;
      return figure === null ? rest : { ...rest, [id]: money && id !== 'most' ? fenOf(figure) : figure };
    }
    default:
      return field;
  }
}

export function changedApprover(rule: ApproverRule, id: string, value: string): ApproverRule {
  if (id === 'level') return { by: 'manager', level: Number(value) };
  if (id === 'role') return { by: 'role', role: value as 'hr' };
  if (id !== 'by' || value === rule.by) return rule;
  if (value === 'manager') return { by: 'manager', level: 1 };
  if (value === 'role') return { by: 'role', role: 'hr' };
  return value === 'person' ? { by: 'person', employeeId: '' } : { by: 'department-head' };
}

export const approvedBy = ({ id }: PersonBrief): ApproverRule => ({ by: 'person', employeeId: id });

export const newCondition: Condition = { what: 'days', is: 'at-least', value: Number.NaN };

export function changedCondition(condition: Condition, id: string, value: string): Condition {
  if (id === 'what') {
    if (value === condition.what) return condition;
    return value === 'department' || value === 'choice'
      ? { what: value, in: [] }
      : { what: value as 'days', is: 'at-least', value: Number.NaN };
  }
  if ('in' in condition) {
    const has = condition.in.includes(value);
    return {
      ...condition,
      in: has ? condition.in.filter((each) => each !== value) : [...condition.in, value],
    };
  }
  if (id === 'is') return { ...condition, is: value as 'below' };
  const figure = figureOf(value) ?? Number.NaN;
  return { ...condition, value: condition.what === 'amount' ? fenOf(figure) : figure };
}

/** The draft as it is saved: English names where they were left out. */
export function completeType(draft: TypeDraft): TypeDraft {
  const field = (each: FormField): FormField => ({
    ...each,
    label: completeText(each.label),
    ...(each.options && {
      options: each.options.map(({ id, label }) => ({ id, label: completeText(label) })),
    }),
    ...(each.columns && { columns: each.columns.map(field) }),
  });
  return {
    ...draft,
    name: completeText(draft.name),
    form: draft.form.map(field),
    flow: {
      ...draft.flow,
      steps: draft.flow.steps.map((step) => ({ ...step, name: completeText(step.name) })),
    },
  };
}
