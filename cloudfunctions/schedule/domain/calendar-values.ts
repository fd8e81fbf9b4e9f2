import type { CompanyDay } from '#contracts/calendar';
import type { ChangeEntry } from '#contracts/change';
import { changedValues } from '../../shared/history/changed-values';

interface Year {
  readonly days: readonly CompanyDay[];
  readonly complete: boolean;
}

/** What differs between two versions of a year, for the history: days as `kind|name`. */
export const calendarValues = (before: Year, after: Year): Pick<ChangeEntry, 'values'> =>
  changedValues(readable(before), readable(after));

const readable = ({ days, complete }: Year): object => ({
  ...Object.fromEntries(days.map(({ day, kind, name }) => [day, `${kind}|${name['zh-CN']}|${name.en}`])),
  complete,
});
