import type { Day, Instant } from '#contracts/common';
import type { FormField, FormValue, FormValues } from '#contracts/form';
import type { LeaveBalance } from '#contracts/leave';
import type { RequestCard, RequestPreview } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { cleanText } from '../../common/clean-text';
import type { Failure } from '../../services/client-error';
import { type Unread, type WrongFigure, wrongFigures } from './figures.model';
import type { PeriodPicker, Unit } from './period.model';
import type { Upload } from './uploads.model';

export type Start = RequestsContract['start']['output'];
export type TypeBrief = Start['types'][number];

export interface FormModel {
  readonly start: Start | null;
  readonly typeId: string;
  readonly values: FormValues;
  /** Made once per form: a retry of the same form is the same request. */
  readonly key: string;
  /** A returned request that is changed and sent again. */
  readonly again: { readonly id: string; readonly rev: number } | null;
  /** When the draft was written that the form began with. */
  readonly draftAt: Instant | null;
  /** The request, once it is sent. */
  readonly sent: RequestCard | null;
  readonly preview: RequestPreview | null;
  readonly previewing: boolean;
  readonly uploads: readonly Upload[];
  /** Where pictures lie on the phone that were chosen just now, by file. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly unread: readonly Unread[];
  readonly phase: 'filling' | 'sending' | 'sent';
  readonly failure: Failure | null;
  readonly today: Day;
  /** States of the calendars, by field. */
  readonly pickers: Readonly<Record<string, PeriodPicker>>;
  /** Names of people that were chosen, by employee number. */
  readonly names: Readonly<Record<string, string>>;
  /** The form was sent unchanged and got no answer. */
  readonly attempted: boolean;
  /** Every kind of leave is offered, not only those that are likely. */
  readonly unfolded: boolean;
  /** Sending is asked about. */
  readonly asking: boolean;
}

/** A form before it has loaded. */
export const noForm: Omit<FormModel, 'typeId' | 'key' | 'today'> = {
  start: null,
  values: {},
  again: null,
  draftAt: null,
  sent: null,
  preview: null,
  previewing: false,
  uploads: [],
  pictures: {},
  unread: [],
  phase: 'filling',
  failure: null,
  pickers: {},
  names: {},
  attempted: false,
  unfolded: false,
  asking: false,
};

export const typeOf = ({ start, typeId }: FormModel): TypeBrief | null =>
  start?.types.find(({ id }) => id === typeId) ?? null;

/** The field of a leave form that names the kind of leave. */
export const LEAVE_TYPE = 'leaveType';

/** The balance of the chosen kind of leave as of now. */
export const chosenLeave = ({ start, values }: FormModel): LeaveBalance | null =>
  start?.balances.find(({ type }) => type.id === values[LEAVE_TYPE]) ?? null;

/** In which units a period can be asked for. */
export function unitsOf(model: FormModel): readonly Unit[] {
  const kind = typeOf(model)?.kind;
  if (kind === 'overtime') return ['hour'];
  if (kind !== 'leave') return ['day', 'half', 'hour'];
  const unit = chosenLeave(model)?.type.unit ?? 'hour';
  if (unit === 'day') return ['day'];
  return unit === 'half' ? ['day', 'half'] : ['day', 'half', 'hour'];
}

/** Whitespace counts as empty, as on the server. */
const isFilled = (value: FormValue | undefined): boolean => {
  if (typeof value === 'string') return cleanText(value) !== '';
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
};

type Line = Readonly<Record<string, FormValue>>;

/** What still has to be filled in: a field, or a column of a line. */
export interface Missing {
  readonly field: FormField;
  readonly line: number | null;
}

function missingIn(field: FormField, value: FormValue | undefined): Missing[] {
  if (!isFilled(value)) return field.required ? [{ field, line: null }] : [];
  if (field.kind !== 'table') return [];
  return (value as readonly Line[]).flatMap((cells, line) =>
    (field.columns ?? []).flatMap((column) =>
      missingIn(column, cells[column.id]).map((missing) => ({ ...missing, line })),
    ),
  );
}

const allMissing = (model: FormModel): Missing[] =>
  typeOf(model)?.form.flatMap((field) => missingIn(field, model.values[field.id])) ?? [];

/** The first thing that still has to be filled in. */
export const missingField = (model: FormModel): Missing | null => allMissing(model)[0] ?? null;

/** The first figure that cannot be sent as it was typed. */
export const wrongFigure = (model: FormModel): WrongFigure | null =>
  wrongFigures(typeOf(model)?.form ?? [], model.values, model.unread)[0] ?? null;

/** Whether the server can say already what it would do: texts and papers may follow, the last day is worked out. */
export function isForeseeable(model: FormModel): boolean {
  const later = typeOf(model)?.kind === 'resignation' ? ['text', 'file', 'day'] : ['text', 'file'];
  return wrongFigure(model) === null && allMissing(model).every(({ field }) => later.includes(field.kind));
}

/** The values that the rules depend on: texts are left out, except times of day. */
export function ruleValues({ form }: Pick<TypeBrief, 'form'>, values: FormValues): string {
  const kept = (fields: readonly FormField[], all: FormValues): object[] =>
    fields
      .filter(({ id, kind }) => kind !== 'text' || id === 'time')
      .map(({ id, kind, columns = [] }) => ({
        [id]:
          kind === 'table'
            ? ((all[id] ?? []) as readonly Line[]).map((line) => kept(columns, line))
            : all[id],
      }));
  return JSON.stringify(kept(form, values));
}

export const isReady = (model: FormModel): boolean =>
  typeOf(model) !== null &&
  missingField(model) === null &&
  wrongFigure(model) === null &&
  model.uploads.length === 0 &&
  model.phase === 'filling';

/** What a form begins with: a table has its first line. */
export const withFirstLines = (type: TypeBrief, values: FormValues, today: Day): FormValues =>
  type.form
    .filter(({ kind, id }) => kind === 'table' && values[id] === undefined)
    .reduce((filled, table) => withLine(filled, table, today), values);

/** A new line of a table: today, and what a line before it was about. */
function freshLine({ columns = [] }: FormField, today: Day, before: Line = {}): Line {
  const cells = columns.flatMap(({ id, kind, required, options }): [string, FormValue][] => {
    if (kind === 'day') return [[id, before[id] ?? today]];
    const choice = before[id] ?? (required ? options?.[0]?.id : undefined);
    return kind === 'choice' && choice !== undefined ? [[id, choice]] : [];
  });
  return Object.fromEntries(cells);
}

/** What was filled in, as far as the form still has it. */
export const keptValues = ({ form }: TypeBrief, values: FormValues): FormValues =>
  Object.fromEntries(form.flatMap(({ id }) => (values[id] === undefined ? [] : [[id, values[id]]])));

export function withLine(values: FormValues, field: FormField, today: Day): FormValues {
  const lines = (values[field.id] ?? []) as readonly Line[];
  return {
    ...values,
    [field.id]: [...lines, freshLine(field, today, lines[lines.length - 1])] as unknown as FormValue,
  };
}

export function withoutLine(values: FormValues, field: string, line: number): FormValues {
  const lines = (values[field] ?? []) as readonly object[];
  return { ...values, [field]: lines.filter((_, index) => index !== line) as unknown as FormValue };
}
