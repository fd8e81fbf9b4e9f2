import type { Day } from '#contracts/common';
import type { FormField, FormValue, FormValues, Period } from '#contracts/form';
import { leaveText } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';
import { isPdf } from '../../utils/is-pdf';
import { dayNote } from './calendar.view';
import { type FormModel, LEAVE_TYPE, typeOf } from './form.model';
import { clock, type PeriodView, periodView } from './period.view';
import { noticeDay } from './sent.view';
import { isFor } from './uploads.model';

export interface OptionView {
  readonly id: string;
  readonly text: string;
  readonly second: string;
  readonly on: boolean;
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
  /** What the calendar says of the chosen day. */
  readonly note: string;
  /** Where the picker of a day or a time opens. */
  readonly opensAt: string;
  readonly placeholder: string;
  readonly options: readonly OptionView[];
  /** Options that are not shown yet. */
  readonly folded: number;
  readonly period: PeriodView | null;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly busy: boolean;
    /** A picture on the phone; empty for others. */
    readonly picture: string;
  }[];
  readonly lines: readonly {
    readonly key: number;
    readonly title: string;
    readonly fields: readonly FieldView[];
  }[];
  readonly words: Readonly<Record<string, string>>;
}

/** A text of this name is a time of day. */
const TIME = 'time';
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
      second: type.balance ? words.t('form.left', { amount: leaveText(left, words, type.unit) }) : '',
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

function filesOf(
  field: FormField,
  value: FormValue | undefined,
  model: FormModel,
  line: number | null,
  words: Words,
) {
  const there = (Array.isArray(value) ? (value as readonly string[]) : []).map((id, index) => ({
    id,
    name: words.t(isPdf(id) ? 'form.pdfAt' : 'form.fileAt', { number: index + 1 }),
    busy: false,
    picture: model.pictures[id] ?? '',
  }));
  const coming = model.uploads
    .filter((upload) => isFor(upload, field.id, line))
    .map(({ id, name }) => ({ id, name, busy: true, picture: '' }));
  return [...there, ...coming];
}

/** More kinds of leave than this are folded, all but the likely ones. */
const MAX_OPTIONS = 6;

/** The options that are shown: the chosen one is always among them. */
function shownOptions(options: readonly OptionView[], { unfolded }: FormModel): readonly OptionView[] {
  if (unfolded || options.length <= MAX_OPTIONS + 1) return options;
  return options.filter(({ on }, index) => index < MAX_OPTIONS || on);
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

/** What is chosen, or near to what will be: today, or the hours of the person's own shift. */
function opensAt({ id, kind }: FormField, values: FormValues, model: FormModel): string {
  const value = values[id];
  if (typeof value === 'string' && value !== '') return value;
  if (kind === 'day') return noticeDay(model) ?? model.today;
  const { plan } = model.start ?? {};
  const hours = plan?.today ?? plan?.next.hours;
  if (id !== TIME || !hours) return '';
  return clock(values.slot === 'out' ? hours.end : hours.start);
}

export function fieldView(
  field: FormField,
  values: FormValues,
  model: FormModel,
  words: Words,
  line: number | null = null,
): FieldView {
  const value = values[field.id];
  const calendar = model.start?.calendar;
  const unread = model.unread.find((each) => isFor(each, field.id, line));
  const options = field.kind === 'choice' ? optionsOf(field, value, model, words) : [];
  const shown = field.id === LEAVE_TYPE ? shownOptions(options, model) : options;
  return {
    id: field.id,
    kind: field.kind,
    label: words.pick(field.label),
    required: field.required,
    isTime: field.kind === 'text' && field.id === TIME,
    isSpoken: field.kind === 'text' && field.id === 'reason',
    most: field.most ?? (field.kind === 'text' ? 200 : 9),
    text: unread?.text ?? textOf(field, value, model, words),
    note: field.kind === 'day' && value && calendar ? dayNote({ calendar, day: value as Day }, words) : '',
    opensAt: opensAt(field, values, model),
    placeholder: placeholderOf(field, words),
    options: shown,
    folded: options.length - shown.length,
    period: field.kind === 'period' && value ? periodView(field.id, value as Period, model, words) : null,
    files: field.kind === 'file' ? filesOf(field, value, model, line, words) : [],
    lines: field.kind === 'table' ? linesOf(field, value, model, words) : [],
    words: {
      add: words.t(field.kind === 'table' ? 'form.addLine' : 'form.addFile'),
      remove: words.t('form.remove'),
      sending: words.t('form.uploading'),
      more: words.t('form.moreKinds', { count: options.length - shown.length }),
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
