import type { Day, Minutes } from '../../../typings/contracts/common';
import type {
  FormField,
  FormValue,
  FormValues,
  LeaveBalance,
  Period,
  RequestPreview,
  RequestsContract,
} from '../../../typings/contracts/requests';
import type { Failure } from '../../services/client-error';

export type Start = RequestsContract['start']['output'];
export type TypeBrief = Start['types'][number];

/** A picture or paper on its way into cloud storage. */
export interface Upload {
  readonly field: string;
  readonly line: number | null;
  readonly name: string;
  readonly state: 'sending' | 'failed';
}

export interface FormModel {
  readonly start: Start | null;
  readonly typeId: string;
  readonly values: FormValues;
  /** Made once per form: a retry of the same form is the same request. */
  readonly key: string;
  /** A returned request that is changed and sent again. */
  readonly again: { readonly id: string; readonly rev: number } | null;
  readonly preview: RequestPreview | null;
  readonly previewing: boolean;
  readonly uploads: readonly Upload[];
  readonly phase: 'filling' | 'sending' | 'sent';
  readonly failure: Failure | null;
  readonly today: Day;
  /** Names of people that were chosen, by employee number. */
  readonly names: Readonly<Record<string, string>>;
}

export const typeOf = ({ start, typeId }: FormModel): TypeBrief | null =>
  start?.types.find(({ id }) => id === typeId) ?? null;

export type Unit = Period['unit'];

/** The field of a leave form that names the kind of leave. */
export const LEAVE_TYPE = 'leaveType';

const chosenLeave = ({ start, values }: FormModel): LeaveBalance | null =>
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

const HOUR: Minutes = 60;

/** The same days in another unit. */
export function inUnit(period: Period, unit: Unit): Period {
  const { from } = period;
  const to = period.unit === 'hour' ? from : period.to;
  switch (unit) {
    case 'day':
      return { unit, from, to };
    case 'half':
      return { unit, from, fromHalf: 1, to, toHalf: from === to ? 1 : 2 };
    case 'hour':
      return { unit, from, start: 14 * HOUR, end: 18 * HOUR };
  }
}

/** Keeps the end from lying before the start, whichever of them was moved. */
export function ordered(period: Period, moved: 'from' | 'to'): Period {
  if (period.unit === 'hour') {
    if (period.end > period.start) return period;
    return moved === 'from'
      ? { ...period, end: period.start + HOUR }
      : { ...period, start: Math.max(0, period.end - HOUR) };
  }
  const days =
    period.from <= period.to
      ? period
      : moved === 'from'
        ? { ...period, to: period.from }
        : { ...period, from: period.to };
  if (days.unit === 'half' && days.from === days.to && days.fromHalf > days.toHalf)
    return { ...days, toHalf: days.fromHalf };
  return days;
}

const isFilled = (value: FormValue | undefined): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

function isComplete(field: FormField, value: FormValue | undefined): boolean {
  if (!isFilled(value)) return !field.required;
  if (field.kind !== 'table') return true;
  const lines = value as readonly Readonly<Record<string, FormValue>>[];
  return lines.every((line) => (field.columns ?? []).every((column) => isComplete(column, line[column.id])));
}

/** The first field that still has to be filled in. */
export const missingField = (model: FormModel): FormField | null =>
  typeOf(model)?.form.find((field) => !isComplete(field, model.values[field.id])) ?? null;

export const isReady = (model: FormModel): boolean =>
  typeOf(model) !== null &&
  missingField(model) === null &&
  model.uploads.length === 0 &&
  model.phase === 'filling';

/** Values that most people mean, so that the shortest request takes few taps. */
export function firstValues(type: TypeBrief, start: Start, tomorrow: Day, today: Day): FormValues {
  const values: Record<string, FormValue> = {};
  for (const field of type.form) {
    if (field.kind === 'period') {
      values[field.id] =
        type.kind === 'overtime'
          ? { unit: 'hour', from: today, start: 18 * HOUR, end: 20 * HOUR }
          : { unit: 'day', from: tomorrow, to: tomorrow };
    }
    if (field.kind === 'table') values[field.id] = [{}];
    if (field.kind === 'choice' && field.required && type.kind === 'leave' && field.id === LEAVE_TYPE) {
      const [first] = start.balances;
      if (first) values[field.id] = first.type.id;
    } else if (field.kind === 'choice' && field.required && field.options?.[0]) {
      values[field.id] = field.options[0].id;
    }
  }
  return values;
}

/** One value changed; `line` and `column` name a cell of a table. */
export function withValue(
  values: FormValues,
  field: string,
  value: FormValue | undefined,
  cell?: { readonly line: number; readonly column: string },
): FormValues {
  if (!cell) return clean({ ...values, [field]: value });
  const lines = (values[field] ?? []) as readonly Readonly<Record<string, FormValue>>[];
  const next = lines.map((line, index) =>
    index === cell.line ? clean({ ...line, [cell.column]: value }) : line,
  );
  return { ...values, [field]: next as FormValue };
}

function clean(values: Readonly<Record<string, FormValue | undefined>>): FormValues {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept) as FormValues;
}

export function withLine(values: FormValues, field: string): FormValues {
  return {
    ...values,
    [field]: [...((values[field] ?? []) as readonly object[]), {}] as unknown as FormValue,
  };
}

export function withoutLine(values: FormValues, field: string, line: number): FormValues {
  const lines = (values[field] ?? []) as readonly object[];
  return { ...values, [field]: lines.filter((_, index) => index !== line) as unknown as FormValue };
}
