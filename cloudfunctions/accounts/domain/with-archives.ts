import type { Day, Instant } from '#contracts/common';
import { midnight } from '../../shared/calendar/company-time';
import type { Account, ArchiveIndex, LedgerEntry } from './account';
import { type AccountArchive, carry, isCarried, quarterOf } from './archive';

/** Earlier than every account. */
export const BEGINNING = '0000-01-01' as Day;

/** Whether the account alone answers about days from `since`, and about earlier leave from `leaveSince`. */
export const isCompleteSince = (
  { archive }: Pick<Account, 'archive'>,
  since: Day,
  leaveSince: Day = since,
): boolean => !archive || (since >= archive.before && leaveSince >= archive.leaveBefore);

/** The quarters whose archives hold what lasted until `since` or longer. */
export const partsSince = ({ parts }: ArchiveIndex, since: Day): string[] =>
  Object.keys(parts).filter((quarter) => quarter >= quarterOf(since));

/**
 * The account as if what lasted until `since` or longer had not been archived. `archives`: all of `partsSince`. Older
 * requests remain in the carried sums.
 */
export function withArchives<T extends Account>(
  account: T,
  archives: readonly AccountArchive[],
  since: Day,
): T {
  const { archive } = account;
  if (!archive) return account;
  const requests = archives.flatMap((each) => Object.values(each.requests));
  const grants = archives.flatMap((each) => Object.values(each.grants));
  const drawn = requests.flatMap((request) => Object.values(request.entries));
  const sums: Record<string, LedgerEntry> = Object.assign({ ...account.entries }, ...grants);
  for (const entry of drawn) carry(sums, entry, 0 - entry.minutes, 0 as Instant);
  const before = (midnight(since) - 1) as Instant;
  const entries = Object.entries(sums).flatMap(([key, entry]): [string, LedgerEntry][] => {
    if (!isCarried(key)) return [[key, entry]];
    // What is left of the sum was booked before.
    return entry.minutes === 0 ? [] : [[key, { ...entry, at: Math.min(entry.at, before) as Instant }]];
  });
  const loaded = new Set(partsSince(archive, since));
  const parts = Object.entries(archive.parts).filter(([quarter]) => !loaded.has(quarter));
  return {
    ...account,
    spans: Object.assign({ ...account.spans }, ...requests.map(({ spans }) => spans)),
    entries: Object.assign(Object.fromEntries(entries), ...requests.map((request) => request.entries)),
    archive: { before: since, leaveBefore: since, parts: Object.fromEntries(parts) },
  };
}
