import { isFields, type Value } from '../document';
import { assertQuery } from './assert-query';
import { PARTS, wallOf } from './dates';
import { type Expression, evaluate, isNil } from './evaluation';

const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ';

const digits = (width: number, of: (at: Date) => number) => (at: Date) => String(of(at)).padStart(width, '0');

const MARKS: Readonly<Record<string, (at: Date, offset: number) => string>> = {
  d: digits(2, PARTS.dayOfMonth),
  G: digits(4, PARTS.isoWeekYear),
  H: digits(2, PARTS.hour),
  j: digits(3, PARTS.dayOfYear),
  L: digits(3, PARTS.millisecond),
  m: digits(2, PARTS.month),
  M: digits(2, PARTS.minute),
  S: digits(2, PARTS.second),
  w: digits(1, PARTS.dayOfWeek),
  u: digits(1, PARTS.isoDayOfWeek),
  U: digits(2, PARTS.week),
  V: digits(2, PARTS.isoWeek),
  Y: digits(4, PARTS.year),
  z(_at, offset) {
    const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
    return `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(minutes).padStart(2, '0')}`;
  },
  Z: (_at, offset) => `${offset < 0 ? '-' : '+'}${Math.abs(offset)}`,
  '%': () => '%',
};

/** `{ date, format, timezone, onNull }` as text. @throws Error naming an unknown format specifier */
export const $dateToString: Expression = (document, operand, options) => {
  assertQuery(isFields(operand) && 'date' in operand, '$dateToString needs a date');
  const of = (name: string): Value => evaluate(document, operand[name], options);
  const date = of('date');
  if (isNil(date)) return 'onNull' in operand ? of('onNull') : null;
  assertQuery(date instanceof Date, '$dateToString takes a date');
  const format = 'format' in operand ? of('format') : DEFAULT_FORMAT;
  if (isNil(format) || ('timezone' in operand && isNil(of('timezone')))) return null;
  const { at, offset } = wallOf(date, of('timezone'));
  return String(format).replace(/%(.?)/gs, (_whole, mark: string) => {
    const write = MARKS[mark];
    assertQuery(write, `$dateToString: the format has no mark %${mark}`);
    return write(at, offset);
  });
};
