import {
  array,
  boolean,
  check,
  exactOptional,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  transform,
  trim,
  union,
} from 'valibot';
import type { Day, Month } from '../../../typings/contracts/common';
import { addDays } from '../../shared/calendar/company-time';

const TWO_DAYS = 2_880;
const isRealDay = (text: string) => addDays(text as Day, 0) === text;

export const monthText = pipe(
  string(),
  regex(/^20\d{2}-(0[1-9]|1[0-2])$/),
  transform((value) => value as Month),
);
export const yearText = pipe(string(), regex(/^20\d{2}$/));
/** A day as the key of a map. */
export const dayKey = pipe(
  string(),
  regex(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  check(isRealDay, 'day'),
);
export const dayText = pipe(
  dayKey,
  transform((value) => value as Day),
);
export const personId = pipe(string(), regex(/^[A-Za-z0-9_-]{1,32}$/));
/** No shift is called `off`, which is a day off in a roster. */
const shiftId = pipe(
  string(),
  regex(/^[A-Za-z][A-Za-z0-9_-]{0,29}$/),
  check((id) => id.toLowerCase() !== 'off', 'free-name'),
);
export const rosterEntry = union([literal('off'), shiftId]);
export const revision = pipe(number(), integer(), minValue(0), maxValue(1_000_000));

const words = (most: number) =>
  pipe(string(), trim(), minLength(1), maxLength(most), regex(/^[^\p{Cc}\p{Cs}]*$/u));
export const localText = (most: number) => strictObject({ 'zh-CN': words(most), en: words(most) });

const minutes = (most: number) => pipe(number(), integer(), minValue(0), maxValue(most));
const span = { start: minutes(TWO_DAYS), end: minutes(TWO_DAYS) };

/** The shape of a shift; how its figures fit together is told by `checkShift`. */
export const shiftInput = strictObject({
  id: shiftId,
  kind: picklist(['fixed', 'flexible']),
  name: localText(20),
  start: minutes(1_439),
  end: minutes(TWO_DAYS),
  flexMinutes: minutes(720),
  requiredMinutes: nullable(minutes(1_440)),
  core: nullable(strictObject(span)),
  workdays: pipe(
    array(pipe(number(), integer(), minValue(1), maxValue(7))),
    maxLength(7),
    check((list) => new Set(list).size === list.length, 'unique'),
  ),
  lateHalfDayAfter: minutes(1_440),
  lateAbsentAfter: minutes(1_440),
  earlyHalfDayAfter: minutes(1_440),
  earlyAbsentAfter: minutes(1_440),
  breaks: pipe(array(strictObject({ ...span, punched: exactOptional(boolean()) })), maxLength(6)),
  source: localText(100),
});
