import {
  array,
  boolean,
  check,
  exactOptional,
  forward,
  maxLength,
  partialCheck,
  picklist,
  pipe,
  strictObject,
} from 'valibot';
import type { ScheduleContract } from '#contracts/schedule';
import { AppError } from '../../shared/errors/app-error';
import { changeBy } from '../../shared/history/change-by';
import { changedKeys } from '../../shared/history/changed-keys';
import { withChange } from '../../shared/history/history';
import { localText, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findCalendar, putCalendar } from '../data/calendars';
import { dayText, yearText } from '../inputs/schedule';

const companyDay = strictObject({
  day: dayText,
  kind: picklist(['workday', 'makeup', 'restday', 'holiday', 'company']),
  name: localText(30),
});

const input = pipe(
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

/**
 * Replaces the company's days of a year. Idempotent: saving the same content again is no conflict.
 * @throws AppError VERSION_CONFLICT, BUSY
 */
export const saveCalendar = employeeAction<ScheduleContract['saveCalendar']>({
  input,
  allow: can('update', 'Schedule'),
  async run({ input: { year, rev: expected, days, complete: entered }, me, now }) {
    const rev = expected + 1;
    const overrides = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
    const stored = await findCalendar(year);
    const before = stored?.rev ?? 0;
    const complete = entered ?? stored?.complete ?? false;
    const what = [
      ...changedKeys(byDay(stored?.overrides ?? []), byDay(overrides)),
      ...(complete === (stored?.complete ?? false) ? [] : ['complete']),
    ];
    if (before === rev && what.length === 0) return { rev };
    if (before !== expected) throw new AppError('VERSION_CONFLICT', { version: before });
    const history = withChange(stored?.history, changeBy(me, now, rev, what));
    // A concurrent save came first, so the stored revision is at least the next one.
    if (!(await putCalendar({ _id: year, rev, overrides, complete, history }, expected)))
      throw new AppError('VERSION_CONFLICT', { version: rev });
    return { rev };
  },
});

const byDay = (days: readonly { readonly day: string }[]): object =>
  Object.fromEntries(days.map((each) => [each.day, each]));
