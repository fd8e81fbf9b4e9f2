import type { CompanyDay } from '#contracts/calendar';
import type { Day } from '#contracts/common';
import type { ChangeScope } from '../../consequences/rules';
import { changedKeys } from '../../shared/history/changed-keys';

/** The days that differ between two versions of a year, sorted. */
export const changedCalendarDays = (before: readonly CompanyDay[], after: readonly CompanyDay[]): Day[] =>
  changedKeys(byDay(before), byDay(after)) as Day[];

const byDay = (days: readonly CompanyDay[]): object =>
  Object.fromEntries(days.map((each) => [each.day, each]));

/** A change of the company calendar concerns everybody on its days; null if no day changes. */
export function calendarChange(days: readonly Day[]): ChangeScope | null {
  const [from, to] = [days[0], days.at(-1)];
  return from && to ? { cause: 'calendar', from, to, employeeIds: null } : null;
}

/** A person's month with the days that its last change has named. */
interface ChangedMonth {
  readonly _id: string;
  readonly history: readonly { readonly what: readonly string[] }[];
}

/** A change of rosters concerns their people, from the first day that changes to the last one. */
export function rosterChange(changed: readonly ChangedMonth[]): ChangeScope | null {
  const days = changed.flatMap(({ history }) => history[0]?.what ?? []).sort() as Day[];
  const [from, to] = [days[0], days.at(-1)];
  const employeeIds = changed.map(({ _id }) => _id.slice(0, _id.lastIndexOf(':')));
  return from && to ? { cause: 'roster', from, to, employeeIds } : null;
}
