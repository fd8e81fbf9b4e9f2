import {
  array,
  check,
  forward,
  integer,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  partialCheck,
  picklist,
  pipe,
  strictObject,
} from 'valibot';
import { daysBetween } from '../../shared/calendar/company-time';
import { day, localText } from './request';

const whole = (least: number, most: number) => pipe(number(), integer(), minValue(least), maxValue(most));
const over = picklist(['allow', 'warn', 'refuse']);

const DAY = 1_440;
const MONTH = 31 * DAY;
const MOST_STRETCHES = 40;
const MOST_DAYS = 62;

const overtime = pipe(
  strictObject({
    dayLimit: whole(0, DAY),
    monthLimit: whole(0, MONTH),
    dayMost: nullable(whole(0, DAY)),
    monthMost: nullable(whole(0, MONTH)),
    compTime: strictObject({ workday: over, restday: over, holiday: over }),
    compTimeMonths: whole(1, 36),
  }),
  forward(
    partialCheck(
      [['dayLimit'], ['dayMost']],
      ({ dayLimit, dayMost }) => dayMost === null || dayLimit <= dayMost,
      'bounds',
    ),
    ['dayMost'],
  ),
  forward(
    partialCheck(
      [['monthLimit'], ['monthMost']],
      ({ monthLimit, monthMost }) => monthMost === null || monthLimit <= monthMost,
      'bounds',
    ),
    ['monthMost'],
  ),
);

const stretch = pipe(
  strictObject({ from: day, to: day, name: localText(30) }),
  // The order first: who counts the days of a thousand years is busy.
  check(({ from, to }) => from <= to && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 2, 'bounds'),
  check(
    ({ from, to }) =>
      from <= to &&
      Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 2 &&
      daysBetween(from, to).length <= MOST_DAYS,
    'too-long',
  ),
);

/** The company's rules as HR edits them, within bounds that keep them sensible. */
export const companyRulesInput = strictObject({
  overtime,
  correction: strictObject({
    monthlyQuota: whole(0, 60),
    overQuota: picklist(['warn', 'refuse']),
    windowDays: whole(1, 60),
  }),
  expense: strictObject({
    mostLines: whole(1, 50),
    mostReceiptsPerLine: whole(1, 9),
    receiptAbove: nullable(whole(0, 100_000_000)),
    windowDays: whole(1, 730),
  }),
  resignation: strictObject({ noticeDays: whole(0, 365), probationNoticeDays: whole(0, 90) }),
  expiryNoticeDays: whole(0, 90),
  blocked: pipe(array(stretch), maxLength(MOST_STRETCHES)),
});
