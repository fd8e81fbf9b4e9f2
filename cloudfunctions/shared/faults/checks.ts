import type { FaultRule } from '#contracts/record-fault';
import type { Fault } from './fault';

type Test = (value: unknown) => boolean;

/**
 * What a stored field has to be, and how it is named to HR. A plain test and no schema: a settlement and an export check
 * every day of everybody.
 */
export interface FieldCheck {
  readonly rule: FaultRule;
  readonly fits: Test;
}

/** Checks of the fields that functions rely on; others are free. */
export type Checks = Readonly<Record<string, FieldCheck>>;

const MONTH = /^\d{4}-\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isText: Test = (value) => typeof value === 'string';
const isMonth: Test = (value) => typeof value === 'string' && MONTH.test(value);
const isDay: Test = (value) => typeof value === 'string' && DAY.test(value);
const isFigure: Test = (value) => typeof value === 'number' && !Number.isNaN(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const orNone =
  (fits: Test): Test =>
  (value) =>
    value === null || fits(value);
const eachOf =
  (fits: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(fits);
const eachIn =
  (fits: Test): Test =>
  (value) =>
    isObject(value) && Object.values(value).every(fits);

function hasFields(fields: Checks): Test {
  const all = Object.entries(fields);
  return (value) => {
    if (!isObject(value)) return false;
    for (const [name, { fits }] of all) if (!fits(value[name])) return false;
    return true;
  };
}

export const text: FieldCheck = { rule: 'text', fits: isText };
export const textOrNone: FieldCheck = { rule: 'text', fits: orNone(isText) };
export const bilingual: FieldCheck = { rule: 'bilingual', fits: hasFields({ 'zh-CN': text, en: text }) };
export const month: FieldCheck = { rule: 'month', fits: isMonth };
export const day: FieldCheck = { rule: 'day', fits: isDay };
export const dayOrNone: FieldCheck = { rule: 'day-or-none', fits: orNone(isDay) };
export const figure: FieldCheck = { rule: 'number', fits: isFigure };
export const figureOrNone: FieldCheck = { rule: 'number', fits: orNone(isFigure) };
export const yesOrNo: FieldCheck = { rule: 'choice', fits: (value) => typeof value === 'boolean' };
export const oneOf = (...choices: readonly string[]): FieldCheck => ({
  rule: 'choice',
  fits: (value) => typeof value === 'string' && choices.includes(value),
});
export const listOfFigures: FieldCheck = { rule: 'list', fits: eachOf(isFigure) };
export const listOfTexts: FieldCheck = { rule: 'list', fits: eachOf(isText) };
export const listOfTextsOrNone: FieldCheck = { rule: 'list', fits: orNone(eachOf(isText)) };
export const listOfDays: FieldCheck = { rule: 'list', fits: eachOf(isDay) };
export const listOfObjects = (fields: Checks): FieldCheck => ({
  rule: 'list',
  fits: eachOf(hasFields(fields)),
});
/** An object whose values have these fields, by any key. */
export const mapOf = (fields: Checks): FieldCheck => ({ rule: 'object', fits: eachIn(hasFields(fields)) });
/** A list of objects whose values have these fields, by any key. */
export const listOfMaps = (fields: Checks): FieldCheck => ({
  rule: 'list',
  fits: eachOf(eachIn(hasFields(fields))),
});
/** An object whose values are all like this, by any key. */
export const mapOfEach = ({ fits }: FieldCheck): FieldCheck => ({ rule: 'object', fits: eachIn(fits) });
export const mapOfTexts: FieldCheck = { rule: 'object', fits: eachIn(isText) };
export const objectOf = (fields: Checks): FieldCheck => ({ rule: 'object', fits: hasFields(fields) });
export const objectOrNone = (fields: Checks): FieldCheck => ({
  rule: 'object',
  fits: orNone(hasFields(fields)),
});
/** A field that may be missing. */
export const maybe = ({ rule, fits }: FieldCheck): FieldCheck => ({
  rule,
  fits: (value) => value === undefined || fits(value),
});

/** The first field that is not what it has to be; null if all are. `fields`: those that were read. */
export function faultOf(
  document: Readonly<Record<string, unknown>>,
  checks: Checks,
  fields?: ReadonlySet<string>,
): Pick<Fault, 'field' | 'rule'> | null {
  for (const field in checks) {
    const check = checks[field];
    if (!check || (fields && !fields.has(field)) || check.fits(document[field])) continue;
    return { field, rule: check.rule };
  }
  return null;
}
