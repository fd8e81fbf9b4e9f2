import type { Day } from '../../../typings/contracts/common';
import type { FormField, FormValue, FormValues, Period } from '../../../typings/contracts/requests';
import { errorText } from '../../locales/error-text';
import {
  amountText,
  type FactLine,
  factLine,
  factSentence,
  leaveText,
  moneyText,
  namesText,
} from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';
import { type FormModel, isReady, LEAVE_TYPE, missingField, typeOf, type Unit, unitsOf } from './form.model';

export interface OptionView {
  readonly id: string;
  readonly text: string;
  readonly second: string;
  readonly on: boolean;
}

export interface PeriodView {
  readonly unit: Unit;
  readonly units: readonly { readonly id: Unit; readonly text: string; readonly on: boolean }[];
  readonly from: Day;
  readonly fromText: string;
  readonly to: Day;
  readonly toText: string;
  readonly fromHalf: number;
  readonly toHalf: number;
  readonly halves: readonly string[];
  readonly start: string;
  readonly end: string;
  /** The end lies on the next day. */
  readonly nextDay: boolean;
  readonly nextDayText: string;
}

export interface FieldView {
  readonly id: string;
  readonly kind: FormField['kind'];
  readonly label: string;
  readonly required: boolean;
  /** A text that is a time of day, `HH:mm`: chosen, not typed. */
  readonly isTime: boolean;
  /** Can be spoken: the reason, the text that people write most. */
  readonly isSpoken: boolean;
  readonly most: number;
  readonly text: string;
  readonly placeholder: string;
  readonly options: readonly OptionView[];
  readonly period: PeriodView | null;
  readonly files: readonly { readonly id: string; readonly name: string; readonly busy: boolean }[];
  readonly lines: readonly {
    readonly key: number;
    readonly title: string;
    readonly fields: readonly FieldView[];
  }[];
  readonly words: Readonly<Record<string, string>>;
}

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;

function periodView(period: Period, model: FormModel, words: Words): PeriodView {
  const to = period.unit === 'hour' ? period.from : period.to;
  return {
    unit: period.unit,
    units: unitsOf(model).map((id) => ({ id, text: words.t(`form.unit.${id}`), on: id === period.unit })),
    from: period.from,
    fromText: dayText(period.from, words),
    to,
    toText: dayText(to, words),
    fromHalf: period.unit === 'half' ? period.fromHalf - 1 : 0,
    toHalf: period.unit === 'half' ? period.toHalf - 1 : 1,
    halves: [words.t('period.half1'), words.t('period.half2')],
    start: period.unit === 'hour' ? clock(period.start) : '09:00',
    end: period.unit === 'hour' ? clock(period.end) : '18:00',
    nextDay: period.unit === 'hour' && period.end >= 1440,
    nextDayText: words.t('form.nextDay'),
  };
}

function optionsOf(
  field: FormField,
  value: FormValue | undefined,
  model: FormModel,
  words: Words,
): OptionView[] {
  if (field.id === LEAVE_TYPE && typeOf(model)?.kind === 'leave') {
    return (model.start?.balances ?? []).map(({ type, left }) => ({
      id: type.id,
      text: words.pick(type.name),
      second: type.balance ? words.t('form.left', { amount: leaveText(left, words) }) : '',
      on: type.id === value,
    }));
  }
  return (field.options ?? []).map(({ id, label }) => ({
    id,
    text: words.pick(label),
    second: '',
    on: id === value,
  }));
}

function textOf(field: FormField, value: FormValue | undefined, model: FormModel, words: Words): string {
  if (value === undefined) return '';
  if (field.kind === 'money') return String(Number(value) / 100);
  if (field.kind === 'day') return dayText(value as Day, words);
  if (field.kind === 'person') return model.names[String(value)] ?? String(value);
  return typeof value === 'object' ? '' : String(value);
}

const fileName = (fileId: string): string => fileId.slice(fileId.lastIndexOf('/') + 1);

function filesOf(field: FormField, value: FormValue | undefined, model: FormModel, line: number | null) {
  const there = (Array.isArray(value) ? (value as readonly string[]) : []).map((id) => ({
    id,
    name: fileName(id),
    busy: false,
  }));
  const coming = model.uploads
    .filter((upload) => upload.field === field.id && upload.line === line)
    .map(({ name }) => ({ id: name, name, busy: true }));
  return [...there, ...coming];
}

const PLACEHOLDERS: Partial<Record<FormField['kind'], 'write' | 'choose' | 'amount'>> = {
  text: 'write',
  number: 'amount',
  money: 'amount',
  day: 'choose',
  person: 'choose',
};

function placeholderOf({ kind, required, private: isPrivate }: FormField, words: Words): string {
  if (isPrivate) return words.t('requests.private');
  const placeholder = PLACEHOLDERS[kind];
  if (!placeholder) return '';
  return words.t(required ? `form.placeholder.${placeholder}` : `form.optional.${placeholder}`);
}

function fieldView(
  field: FormField,
  values: FormValues,
  model: FormModel,
  words: Words,
  line: number | null = null,
): FieldView {
  const value = values[field.id];
  return {
    id: field.id,
    kind: field.kind,
    label: words.pick(field.label),
    required: field.required,
    isTime: field.kind === 'text' && field.id === 'time',
    isSpoken: field.kind === 'text' && field.id === 'reason',
    most: field.most ?? (field.kind === 'text' ? 200 : 9),
    text: textOf(field, value, model, words),
    placeholder: placeholderOf(field, words),
    options: field.kind === 'choice' ? optionsOf(field, value, model, words) : [],
    period: field.kind === 'period' && value ? periodView(value as Period, model, words) : null,
    files: field.kind === 'file' ? filesOf(field, value, model, line) : [],
    lines: field.kind === 'table' ? linesOf(field, value, model, words) : [],
    words: {
      add: words.t(field.kind === 'table' ? 'form.addLine' : 'form.addFile'),
      remove: words.t('form.remove'),
      sending: words.t('form.uploading'),
      from: words.t('form.from'),
      to: words.t('form.to'),
    },
  };
}

function linesOf(field: FormField, value: FormValue | undefined, model: FormModel, words: Words) {
  const lines = (Array.isArray(value) ? value : []) as readonly FormValues[];
  return lines.map((line, index) => ({
    key: index,
    title: words.t('form.line', { number: index + 1 }),
    fields: (field.columns ?? []).map((column) => fieldView(column, line, model, words, index)),
  }));
}

export interface EffectView {
  readonly show: boolean;
  /** The result in one line: 3 天 / ¥1,286.40. */
  readonly total: string;
  readonly lines: readonly FactLine[];
  readonly warnings: readonly { readonly tone: 'warn' | 'bad'; readonly text: string }[];
  readonly days: readonly { readonly day: string; readonly text: string; readonly off: boolean }[];
  readonly flow: readonly { readonly name: string; readonly people: string; readonly note: string }[];
  readonly problem: string;
}

const noEffect: EffectView = {
  show: false,
  total: '',
  lines: [],
  warnings: [],
  days: [],
  flow: [],
  problem: '',
};

function totalOf(model: FormModel, words: Words): string {
  const { preview } = model;
  if (!preview) return '';
  if (preview.amountFen !== null) return moneyText(preview.amountFen);
  const kind = typeOf(model)?.kind ?? '';
  return preview.amountMinutes ? amountText(kind, preview.amountMinutes, words) : '';
}

/** What the request would do: worked out by the server, shown before it is sent. */
function effectView(model: FormModel, words: Words): EffectView {
  const { preview } = model;
  if (!preview) return noEffect;
  const kind = typeOf(model)?.kind ?? '';
  return {
    show: true,
    total: totalOf(model, words),
    lines: preview.facts.map((fact) => factLine(fact, words)),
    warnings: preview.warnings.map((fact) => ({ tone: fact.tone, text: factSentence(fact, words) })),
    days: preview.days.map(({ day, minutes, kind: dayKind, name }) => ({
      day: dayText(day, words),
      text:
        minutes > 0 ? amountText(kind, minutes, words) : name ? words.pick(name) : words.t(`kind.${dayKind}`),
      off: minutes === 0,
    })),
    flow: preview.flow.map(({ name, mode, people, note }) => ({
      name: words.pick(name),
      people: namesText(people, words),
      note: [people.length > 1 ? words.t(`flow.${mode}`) : '', note ? words.t(`flowNotes.${note}`) : '']
        .filter(Boolean)
        .join(words.t('common.separator')),
    })),
    problem: preview.problem ? errorText({ ...preview.problem, requestId: '' }, words) : '',
  };
}

/** The form screen. */
export function formView(model: FormModel, words: Words) {
  const type = typeOf(model);
  const missing = missingField(model);
  return {
    mode: type ? (model.phase === 'sent' ? 'sent' : 'ready') : model.failure ? 'error' : 'loading',
    error: model.failure ? errorText(model.failure, words) : '',
    fields: type ? type.form.map((field) => fieldView(field, model.values, model, words)) : [],
    effect: effectView(model, words),
    previewing: model.previewing,
    ready: isReady(model) && model.preview?.problem == null && !model.previewing,
    sending: model.phase === 'sending',
    hint: missing ? words.t('form.missing', { field: words.pick(missing.label) }) : '',
    text: {
      title: type ? words.pick(type.name) : '',
      effect: words.t('form.effect'),
      days: words.t('form.days'),
      flow: words.t('form.flow'),
      previewing: words.t('form.previewing'),
      submit: words.t(model.phase === 'sending' ? 'form.submitting' : 'form.submit'),
      sent: words.t('form.sent'),
      sentText: words.t('form.sentText'),
      open: words.t('form.openMine'),
      another: words.t('form.back'),
      retry: words.t('common.retry'),
      loadFailed: words.t('pending.loadFailed'),
    },
  };
}
