import type { FormField, FormValue, FormValues, Period } from '#contracts/form';
import { isPeriod } from '../../schedule/rules';
import { isDay } from '../../shared/calendar/is-day';
import { AppError } from '../../shared/errors/app-error';
import { isOwnFile } from '../../shared/files/own-file';

/** What the form cannot know by itself. */
export interface FormSurroundings {
  /** Folder of the applicant's uploads: files of others are refused. */
  readonly employeeId: string;
  /** Being filled in: what the rules can do without may still be missing. */
  readonly draft?: boolean;
}

/** Kinds that no figure of a preview hangs on; a day that is missing is the rules' to judge. */
const LATER: ReadonlySet<FormField['kind']> = new Set(['text', 'file', 'day']);

const MAX_TEXT = 500;
const LONGEST_TEXT = 2_000;
const MAX_FILES = 9;
const MAX_LINES = 50;
/** 100 million yuan: beyond every request, and within exact numbers. */
const MAX_FEN = 10_000_000_000;
/** Lines, but no other control characters and no half characters. */
const TEXT = /^(?:\n|[^\p{Cc}\p{Cs}])*$/u;

type Rule =
  | 'required'
  | 'too-long'
  | 'too-many'
  | 'out-of-range'
  | 'unknown-option'
  | 'unknown-field'
  | 'wrong-kind';

/**
 * The values of a form, checked field by field: no field that the form does not have, nothing missing, every
 * value of its kind and within its limits.
 * @throws AppError FORM_INVALID with the field (in tables `table.line.column`) and the rule, PERIOD_INVALID
 */
export function checkForm(
  form: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
  surroundings: FormSurroundings,
): FormValues {
  checkFields(form, values, surroundings, '');
  return values as FormValues;
}

function checkFields(
  form: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
  surroundings: FormSurroundings,
  path: string,
): void {
  const known = new Set(form.map(({ id }) => id));
  const strange = Object.keys(values).find((id) => !known.has(id));
  if (strange !== undefined) throw invalid(path + strange, 'unknown-field');
  for (const field of form) {
    const value = values[field.id];
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
      if (field.required && !(surroundings.draft && LATER.has(field.kind)))
        throw invalid(path + field.id, 'required');
      if (value === undefined || value === '') continue;
    }
    const rule = brokenRule(field, value, surroundings, path);
    if (rule) throw invalid(path + field.id, rule);
  }
}

const invalid = (field: string, rule: Rule) =>
  new AppError('FORM_INVALID', { field: field.slice(0, 80), rule });

function brokenRule(
  field: FormField,
  value: unknown,
  surroundings: FormSurroundings,
  path: string,
): Rule | null {
  switch (field.kind) {
    case 'text':
      return brokenText(value, Math.min(field.most ?? MAX_TEXT, LONGEST_TEXT));
    case 'number':
      return brokenNumber(value, field.from ?? -MAX_FEN, field.to ?? MAX_FEN);
    case 'money':
      return Number.isInteger(value)
        ? brokenNumber(value, field.from ?? 0, field.to ?? MAX_FEN)
        : 'wrong-kind';
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : 'wrong-kind';
    case 'period':
      return isPeriod(value) ? null : 'wrong-kind';
    case 'choice':
      return brokenChoice(field, value);
    case 'person':
      return typeof value === 'string' && /^[A-Za-z0-9_-]{1,32}$/.test(value) ? null : 'wrong-kind';
    case 'file':
      return brokenFiles(value, Math.min(field.most ?? MAX_FILES, MAX_LINES), surroundings);
    case 'table':
      return brokenTable(field, value, surroundings, path);
  }
}

function brokenText(value: unknown, most: number): Rule | null {
  if (typeof value !== 'string' || !TEXT.test(value)) return 'wrong-kind';
  return value.length > most ? 'too-long' : null;
}

function brokenNumber(value: unknown, from: number, to: number): Rule | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrong-kind';
  return value < from || value > to ? 'out-of-range' : null;
}

/** A choice without options takes them from the rules of its kind, which check it: the leave types. */
function brokenChoice({ options }: FormField, value: unknown): Rule | null {
  if (typeof value !== 'string' || value.length > 60) return 'wrong-kind';
  return options && !options.some(({ id }) => id === value) ? 'unknown-option' : null;
}

function brokenFiles(value: unknown, most: number, { employeeId }: FormSurroundings): Rule | null {
  if (!Array.isArray(value)) return 'wrong-kind';
  if (value.length > most) return 'too-many';
  return value.every((file) => isFileOf(file, employeeId)) ? null : 'wrong-kind';
}

/** Where the applicant's phone puts papers and the photos of field punches, and the server receipts. */
const FOLDERS = ['requests', 'field-punches', 'receipts'];

const isFileOf = (file: unknown, employeeId: string): boolean =>
  typeof file === 'string' && file.length <= 512 && isOwnFile(file, employeeId, FOLDERS);

function brokenTable(
  field: FormField,
  value: unknown,
  surroundings: FormSurroundings,
  path: string,
): Rule | null {
  if (!Array.isArray(value)) return 'wrong-kind';
  if (value.length > Math.min(field.most ?? MAX_LINES, MAX_LINES)) return 'too-many';
  for (const [index, line] of value.entries()) {
    if (typeof line !== 'object' || line === null || Array.isArray(line)) return 'wrong-kind';
    checkFields(field.columns ?? [], line, surroundings, `${path}${field.id}.${index}.`);
  }
  return null;
}

/** Every value of one kind of field, those of table lines included. */
export function valuesOfKind(
  form: readonly FormField[],
  values: FormValues,
  kind: FormField['kind'],
): FormValue[] {
  return form.flatMap((field): FormValue[] => {
    const value = values[field.id];
    if (value === undefined || value === '') return [];
    if (field.kind === kind) return [value];
    if (field.kind !== 'table' || !Array.isArray(value)) return [];
    return (value as readonly FormValues[]).flatMap((line) => valuesOfKind(field.columns ?? [], line, kind));
  });
}

export const periodsOf = (form: readonly FormField[], values: FormValues): Period[] =>
  valuesOfKind(form, values, 'period') as Period[];
