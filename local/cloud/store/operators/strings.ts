import type { Value } from '../document';
import { assertQuery } from './assert-query';
import { type Expression, isNil, on } from './evaluation';
import { assertPosition } from './values';

/** The unit of text positions: bytes or code points. */
interface Units {
  split(text: string): readonly unknown[];
  join(units: readonly unknown[], name: string): string;
}

const BYTES: Units = {
  split: (text) => [...Buffer.from(text)],
  join(units, name) {
    const bytes = Buffer.from(units as number[]);
    const text = bytes.toString();
    assertQuery(Buffer.from(text).equals(bytes), `${name}: a position is inside of a character`);
    return text;
  },
};
const CODE_POINTS: Units = { split: (text) => [...text], join: (units) => units.join('') };

/** A number or a date as text; null is empty. */
function textOf(name: string, value: Value): string {
  if (isNil(value)) return '';
  if (value instanceof Date) return value.toISOString();
  assertQuery(
    typeof value === 'string' || typeof value === 'number',
    `${name} takes a text, a number or a date`,
  );
  return String(value);
}

const indexOf = (name: string, units: Units): Expression =>
  on(name, [2, 4], (text, wanted, from = 0, to = Infinity) => {
    if (isNil(text)) return null;
    assertQuery(typeof text === 'string' && typeof wanted === 'string', `${name} takes texts`);
    assertPosition(name, from);
    if (to !== Infinity) assertPosition(name, to);
    const [all, part] = [units.split(text), units.split(wanted)];
    const last = Math.min(Number(to), all.length) - part.length;
    for (let at = from; at <= last; at += 1) if (part.every((unit, n) => unit === all[at + n])) return at;
    return -1;
  });

const length = (name: string, units: Units): Expression =>
  on(name, [1, 1], (text) => {
    assertQuery(typeof text === 'string', `${name} takes a text`);
    return units.split(text).length;
  });

/** `openEnd`: a negative length means the rest of the text. */
const substring = (name: string, units: Units, openEnd: boolean): Expression =>
  on(name, [3, 3], (value, from, count) => {
    const all = units.split(textOf(name, value));
    assertPosition(name, from);
    assertQuery(Number.isSafeInteger(count), `${name}: the length is a whole number`);
    if (!openEnd) assertPosition(name, count);
    const end = Number(count) < 0 ? all.length : from + Number(count);
    return units.join(all.slice(from, end), name);
  });

/** Letters a to z only. */
const letters = (name: string, change: (text: string) => string): Expression =>
  on(name, [1, 1], (value) => change(textOf(name, value)));
const upper = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const $strcasecmp = on('$strcasecmp', [2, 2], (a, b) => {
  const [left, right] = [a, b].map((value) => upper(textOf('$strcasecmp', value))) as [string, string];
  return Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right)));
});

export const stringOperators: Readonly<Record<string, Expression>> = {
  $indexOfBytes: indexOf('$indexOfBytes', BYTES),
  $indexOfCP: indexOf('$indexOfCP', CODE_POINTS),
  $strLenBytes: length('$strLenBytes', BYTES),
  $strLenCP: length('$strLenCP', CODE_POINTS),
  $substr: substring('$substr', BYTES, true),
  $substrBytes: substring('$substrBytes', BYTES, true),
  $substrCP: substring('$substrCP', CODE_POINTS, false),
  $toLower: letters('$toLower', lower),
  $toUpper: letters('$toUpper', upper),
  $strcasecmp,
};
