import type { FormField, FormValue, FormValues, Period } from '#contracts/form';
import { cleanText } from '../../../miniprogram/common/clean-text';
import { boundsOf } from '../../../miniprogram/common/read-number';
import { brokenPeriodRule, isPeriod } from '../../schedule/rules';
import { isDay } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { isOwnFile } from '../../shared/files/own-file';

/** Context that the form itself does not contain. */
export interface FormContext {
  /** The applicant's upload folder: files of others are refused. */
  readonly employeeId: string;
  /** Still being filled in: values that the rules do not need may be missing. */
  readonly draft?: boolean;
}

/** Kinds of fields that do not affect the figures of a preview; the rules themselves report a missing day. */
const OPTIONAL_IN_DRAFT: ReadonlySet<FormField['kind']> = new Set(['text', 'file', 'day']);

const DEFAULT_TEXT_LENGTH = 500;
const MAX_TEXT_LENGTH = 2_000;
/** Of a private text; more than an administrator can give a field. */
const MAX_PRIVATE_LENGTH = 120_000;
const MAX_FILES = 9;
const MAX_LINES = 50;
/** Of an option; kinds that bring their own options, such as leave types, name them likewise. */
const OPTION_ID = /^[A-Za-z0-9_-]{1,60}$/;

type Rule =
  | 'required'
  | 'too-long'
  | 'too-many'
  | 'out-of-range'
  | 'unknown-option'
  | 'unknown-field'
  | 'wrong-kind';

/**
 * Validates the values of a form field by field: no unknown fields, nothing missing, every value of its kind
 * and within its limits.
 * @returns the values with their texts cleaned
 * @throws AppError FORM_INVALID with the field (in tables `table.line.column`) and the rule, PERIOD_INVALID
 */
export function checkForm(
  form: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
  context: FormContext,
): FormValues {
  const cleaned = withCleanTexts(form, values);
  checkFields(form, cleaned, context, '');
  return cleaned as FormValues;
}

type Values = Readonly<Record<string, unknown>>;

/** The texts of a form and of its tables, cleaned; everything else as it came. */
function withCleanTexts(form: readonly FormField[], values: Values): Values {
  const changed = form.flatMap((field): [string, unknown][] => {
    const value = values[field.id];
    if (field.kind === 'text' && typeof value === 'string') return [[field.id, cleanText(value)]];
    if (field.kind !== 'table' || !Array.isArray(value)) return [];
    const lines = value.map((line) => (isRecord(line) ? withCleanTexts(field.columns ?? [], line) : line));
    return [[field.id, lines]];
  });
  return { ...values, ...Object.fromEntries(changed) };
}

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function checkFields(
  form: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
  context: FormContext,
  path: string,
): void {
  const known = new Set(form.map(({ id }) => id));
  const strange = Object.keys(values).find((id) => !known.has(id));
  if (strange !== undefined) throw invalid(path + strange, 'unknown-field');
  for (const field of form) {
    const value = values[field.id];
    if (isEmpty(value)) {
      if (field.required && !(context.draft && OPTIONAL_IN_DRAFT.has(field.kind)))
        throw invalid(path + field.id, 'required');
      if (value === undefined || value === '') continue;
    }
    const rule = brokenRule(field, value, context, path);
    if (rule) throw invalid(path + field.id, rule);
    if (field.kind === 'period') requireBounded(value as Period);
  }
}

/**
 * Before anything counts its days: a period of many years would take longer than a function may run. A reversed
 * one is a problem that the rules of the kind report.
 * @throws AppError PERIOD_INVALID
 */
function requireBounded(period: Period): void {
  const rule = brokenPeriodRule(period);
  if (rule && rule !== 'reversed') throw new AppError('PERIOD_INVALID', { rule });
}

const invalid = (field: string, rule: Rule) =>
  new AppError('FORM_INVALID', { field: field.slice(0, 80), rule });

function brokenRule(field: FormField, value: unknown, context: FormContext, path: string): Rule | null {
  switch (field.kind) {
    case 'text':
      return brokenText(
        value,
        Math.min(field.most ?? DEFAULT_TEXT_LENGTH, field.private ? MAX_PRIVATE_LENGTH : MAX_TEXT_LENGTH),
      );
    case 'number':
      return brokenNumber(value, field);
    case 'money':
      return Number.isInteger(value) ? brokenNumber(value, field) : 'wrong-kind';
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : 'wrong-kind';
    case 'period':
      return isPeriod(value) ? null : 'wrong-kind';
    case 'choice':
      return brokenChoice(field, value);
    case 'person':
      return typeof value === 'string' && /^[A-Za-z0-9_-]{1,32}$/.test(value) ? null : 'wrong-kind';
    case 'file':
      return brokenFiles(value, Math.min(field.most ?? MAX_FILES, MAX_LINES), context);
    case 'table':
      return brokenTable(field, value, context, path);
  }
}

function brokenText(value: unknown, maxLength: number): Rule | null {
  if (typeof value !== 'string') return 'wrong-kind';
  return value.length > maxLength ? 'too-long' : null;
}

function brokenNumber(value: unknown, field: FormField): Rule | null {
  const { from, to } = boundsOf(field);
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrong-kind';
  return value < from || value > to ? 'out-of-range' : null;
}

/** A choice without options gets them from the rules of its kind, which validate it (leave types). */
function brokenChoice({ options }: FormField, value: unknown): Rule | null {
  if (typeof value !== 'string' || !OPTION_ID.test(value)) return 'wrong-kind';
  return options && !options.some(({ id }) => id === value) ? 'unknown-option' : null;
}

function brokenFiles(value: unknown, maxFiles: number, { employeeId }: FormContext): Rule | null {
  if (!Array.isArray(value)) return 'wrong-kind';
  if (value.length > maxFiles) return 'too-many';
  return value.every((file) => isFileOf(file, employeeId)) ? null : 'wrong-kind';
}

/** Folders that only functions write: a form refers to copies, never to what its owner can still change. */
const FOLDERS = ['kept-files', 'receipts'];

const isFileOf = (file: unknown, employeeId: string): boolean =>
  typeof file === 'string' && file.length <= 512 && isOwnFile(file, employeeId, FOLDERS);

function brokenTable(field: FormField, value: unknown, context: FormContext, path: string): Rule | null {
  if (!Array.isArray(value)) return 'wrong-kind';
  if (value.length > Math.min(field.most ?? MAX_LINES, MAX_LINES)) return 'too-many';
  for (const [index, line] of value.entries()) {
    if (!isRecord(line)) return 'wrong-kind';
    checkFields(field.columns ?? [], line, context, `${path}${field.id}.${index}.`);
  }
  return null;
}

/** All values of one kind of field, including those in table lines. */
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
