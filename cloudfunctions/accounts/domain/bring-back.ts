import type { AccountChange, LedgerEntry, StoredAccount } from './account';
import { type AccountArchive, carry, familyOf } from './archive';

/** The requests, and the grants with what was carried over of them, that a change reaches and the account lacks. */
export interface Reached {
  readonly requests: readonly string[];
  readonly families: readonly string[];
}

/**
 * What of a change may be in an archive. `requestId`: whose effect it is. Empty for an account without archives; may name
 * what is in none, such as a request of an account from before effects were numbered.
 */
export function reachedBy(
  { archive, applied = {}, entries }: StoredAccount,
  change: Pick<AccountChange, 'entries'>,
  requestId: string | null,
): Reached {
  if (!archive) return { requests: [], families: [] };
  const lines = Object.values(change.entries);
  const requests = [requestId, ...lines.map((line) => line.requestId)].flatMap((id) => id ?? []);
  const grants = lines.map(({ grantId }) => grantId);
  return {
    requests: [...new Set(requests)].filter((id) => applied[id] === undefined),
    families: [...new Set(grants)].filter((id) => !entries[id] && !change.entries[id]).map(familyOf),
  };
}

export const reachesNothing = ({ requests, families }: Reached): boolean =>
  requests.length + families.length === 0;

/**
 * The account with what is reached, as before it was archived, and the archives without it: only those that change. A
 * request brings the grants that it has drawn on. The caller saves all of them in one transaction.
 */
export function broughtBack(
  account: StoredAccount,
  archives: readonly (AccountArchive & { readonly quarter: string })[],
  reached: Reached,
): { readonly account: StoredAccount; readonly archives: readonly AccountArchive[] } {
  const ids = new Set(reached.requests);
  const requests = archives.flatMap((each) => Object.entries(each.requests).filter(([id]) => ids.has(id)));
  const drawn = requests.flatMap(([, { entries }]) => Object.values(entries));
  const families = new Set([...reached.families, ...drawn.map(({ grantId }) => familyOf(grantId))]);
  const grants = archives.flatMap((each) => Object.entries(each.grants).filter(([id]) => families.has(id)));
  if (requests.length + grants.length === 0) return { account, archives: [] };
  const entries: Record<string, LedgerEntry> = Object.assign(
    { ...account.entries },
    ...grants.map(([, own]) => own),
  );
  for (const each of drawn) carry(entries, each, 0 - each.minutes, each.at);
  const changed = archives.flatMap(({ quarter, ...archive }) => {
    const kept = {
      requests: without(archive.requests, ids),
      grants: without(archive.grants, families),
    };
    const isSame =
      Object.keys(kept.requests).length === Object.keys(archive.requests).length &&
      Object.keys(kept.grants).length === Object.keys(archive.grants).length;
    return isSame ? [] : [{ quarter, archive: { ...archive, ...kept, rev: archive.rev + 1 } }];
  });
  const applied = requests.flatMap(([id, request]) =>
    request.applied === null ? [] : [[id, request.applied] as const],
  );
  const parts = {
    ...account.archive?.parts,
    ...Object.fromEntries(changed.map(({ quarter, archive }) => [quarter, archive.rev])),
  };
  return {
    account: {
      ...account,
      spans: Object.assign({ ...account.spans }, ...requests.map(([, { spans }]) => spans)),
      entries: Object.assign(entries, ...requests.map(([, request]) => request.entries)),
      applied: { ...account.applied, ...Object.fromEntries(applied) },
      ...(account.archive && { archive: { ...account.archive, parts } }),
    },
    archives: changed.map(({ archive }) => archive),
  };
}

const without = <T>(map: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(map).filter(([key]) => !keys.has(key)));
