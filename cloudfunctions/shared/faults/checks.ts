import {
  array,
  boolean,
  type GenericSchema,
  is,
  looseObject,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  record,
  regex,
  string,
} from 'valibot';
import type { FaultRule } from '#contracts/record-fault';
import type { Fault } from './fault';

/** What a stored field has to be, and how it is named to HR. */
export interface FieldCheck {
  readonly rule: FaultRule;
  readonly schema: GenericSchema;
}

/** Checks of the fields that functions rely on; others are free. */
export type Checks = Readonly<Record<string, FieldCheck>>;

const MONTH = pipe(string(), regex(/^\d{4}-\d{2}$/));
const DAY = pipe(string(), regex(/^\d{4}-\d{2}-\d{2}$/));
const BILINGUAL = looseObject({ 'zh-CN': string(), en: string() });

export const text: FieldCheck = { rule: 'text', schema: string() };
export const textOrNone: FieldCheck = { rule: 'text', schema: nullable(string()) };
export const bilingual: FieldCheck = { rule: 'bilingual', schema: BILINGUAL };
export const month: FieldCheck = { rule: 'month', schema: MONTH };
export const day: FieldCheck = { rule: 'day', schema: DAY };
export const dayOrNone: FieldCheck = { rule: 'day-or-none', schema: nullable(DAY) };
export const figure: FieldCheck = { rule: 'number', schema: number() };
export const figureOrNone: FieldCheck = { rule: 'number', schema: nullable(number()) };
export const yesOrNo: FieldCheck = { rule: 'choice', schema: boolean() };
export const oneOf = (...choices: readonly string[]): FieldCheck => ({
  rule: 'choice',
  schema: picklist(choices),
});
const listOf = (schema: GenericSchema): FieldCheck => ({ rule: 'list', schema: array(schema) });
export const listOfFigures: FieldCheck = listOf(number());
export const listOfTexts: FieldCheck = listOf(string());
export const listOfTextsOrNone: FieldCheck = { rule: 'list', schema: nullable(array(string())) };
export const listOfDays: FieldCheck = listOf(DAY);
export const listOfObjects = (fields: Checks): FieldCheck => listOf(looseObject(schemasOf(fields)));
/** An object whose values have these fields, by any key. */
export const mapOf = (fields: Checks): FieldCheck => ({
  rule: 'object',
  schema: record(string(), looseObject(schemasOf(fields))),
});
export const mapOfTexts: FieldCheck = { rule: 'object', schema: record(string(), string()) };
export const objectOf = (fields: Checks): FieldCheck => ({
  rule: 'object',
  schema: looseObject(schemasOf(fields)),
});
/** A field that may be missing. */
export const maybe = ({ rule, schema }: FieldCheck): FieldCheck => ({ rule, schema: optional(schema) });

const schemasOf = (fields: Checks): Record<string, GenericSchema> =>
  Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema]));

/** The first field that is not what it has to be; null if all are. `fields`: those that were read. */
export function faultOf(
  document: Readonly<Record<string, unknown>>,
  checks: Checks,
  fields?: ReadonlySet<string>,
): Pick<Fault, 'field' | 'rule'> | null {
  for (const field in checks) {
    const check = checks[field];
    if (!check || (fields && !fields.has(field)) || is(check.schema, document[field])) continue;
    return { field, rule: check.rule };
  }
  return null;
}
