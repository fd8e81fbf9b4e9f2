import {
  array,
  boolean,
  check,
  exactOptional,
  forward,
  literal,
  maxLength,
  minLength,
  nullable,
  partialCheck,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  transform,
  union,
} from 'valibot';
import type { Day, Month } from '#contracts/common';
import { isDay } from '../../shared/calendar/company-time';
import { employeeId, integerBetween, localText, version } from '../../shared/inputs';

const TWO_DAYS = 2_880;

export const monthText = pipe(
  string(),
  regex(/^20\d{2}-(0[1-9]|1[0-2])$/),
  transform((value) => value as Month),
);
export const yearText = pipe(string(), regex(/^20\d{2}$/));
/** A day as a map key. */
const dayKey = pipe(string(), regex(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), check(isDay, 'day'));
const dayText = pipe(
  dayKey,
  transform((value) => value as Day),
);
/** `off` is reserved for a day off in a roster. */
const shiftId = pipe(
  string(),
  regex(/^[A-Za-z][A-Za-z0-9_-]{0,29}$/),
  check((id) => id.toLowerCase() !== 'off', 'free-name'),
);
const rosterEntry = union([literal('off'), shiftId]);

const minutes = (max: number) => integerBetween(0, max);
const span = { start: minutes(TWO_DAYS), end: minutes(TWO_DAYS) };

/** The shape of a shift; `checkShift` checks its consistency. */
const shiftInput = strictObject({
  id: shiftId,
  kind: picklist(['fixed', 'flexible']),
  name: localText(20),
  start: minutes(1_439),
  end: minutes(TWO_DAYS),
  flexMinutes: minutes(720),
  requiredMinutes: nullable(minutes(1_440)),
  core: nullable(strictObject(span)),
  workdays: pipe(
    array(integerBetween(1, 7)),
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

/** A shift, the version that the client saw, and the day from which the shift is so. */
export const savedShiftInput = strictObject({
  shift: shiftInput,
  expectedVersion: version,
  from: exactOptional(dayText),
  replaces: exactOptional(dayText),
});

/** The number of people whose months are shown and saved at once. */
export const MAX_ROSTER_ROWS = 40;

/** The months of up to forty people. */
export const rosterInput = strictObject({
  month: monthText,
  rows: pipe(
    array(strictObject({ employeeId, rev: version, days: record(dayKey, rosterEntry) })),
    minLength(1),
    maxLength(MAX_ROSTER_ROWS),
    check((rows) => new Set(rows.map(({ employeeId }) => employeeId)).size === rows.length, 'unique'),
  ),
});

const companyDay = strictObject({
  day: dayText,
  kind: picklist(['workday', 'makeup', 'restday', 'holiday', 'company']),
  name: localText(30),
});

/** A year of the company calendar. */
export const calendarInput = pipe(
  strictObject({
    year: yearText,
    rev: version,
    complete: exactOptional(boolean()),
    days: pipe(
      array(companyDay),
      maxLength(366),
      check((days) => new Set(days.map(({ day }) => day)).size === days.length, 'unique'),
    ),
  }),
  forward(
    partialCheck(
      [['year'], ['days']],
      ({ year, days }) => days.every(({ day }) => day.startsWith(year)),
      'of-the-year',
    ),
    ['days'],
  ),
);
