import type { Day, Instant } from '#contracts/common';
import { addDays, addMonths, dayOf, midnight, monthOf } from '../../shared/calendar/company-time';
import type { Account, LedgerEntry, StoredAccount } from './account';
import { type AccountRequest, carry, familyOf, isDraw, type Quarter, quarterAt, quarterOf } from './archive';

type Entries = Account['entries'];

/** What may go: what was over before `before`, and of leave and yearly grants before `leaveBefore`. */
export interface Cut {
  readonly before: Day;
  readonly leaveBefore: Day;
}

/** What goes into one archive. */
export interface Moved {
  readonly requests: Readonly<Record<string, AccountRequest>>;
  readonly grants: Readonly<Record<string, Entries>>;
}

export interface MovedAccount {
  readonly account: StoredAccount;
  readonly parts: ReadonlyMap<Quarter, Moved>;
}

/** Whole months before the current one that stay: comp time is compared with punches for 92 days. */
const MONTHS_KEPT = 4;
/** Calendar years before the current one whose leave decides what of annual leave is lost. */
const YEARS_KEPT = 2;
/** Less is not worth a transaction: spans, entries and requests that could go. */
const LEAST_MOVED = 40;
/** Archives that one transaction writes at most, besides the account. */
const MAX_PARTS = 8;

/**
 * What may be archived on a day. Of whoever has left nothing that reaches beyond the last day: that leave is returned,
 * and given again if the day moves.
 */
export function cutOn(today: Day, leftOn: Day | null): Cut {
  const before = `${addMonths(monthOf(today), -MONTHS_KEPT)}-01` as Day;
  const leaveBefore = `${Number(today.slice(0, 4)) - YEARS_KEPT}-01-01` as Day;
  const most = (day: Day) => (leftOn !== null && leftOn < day ? leftOn : day);
  return { before: most(before), leaveBefore: most(leaveBefore) };
}

/**
 * The account without what is over, and what goes into which archive; null if that is too little. Moved are requests
 * that are decided, and grants that ended with nothing left once no request of the account draws on them. A request
 * that is touched again lasts until then. At most `MAX_PARTS` archives, the oldest first.
 */
export function moveToArchive(account: StoredAccount, cut: Cut, least = LEAST_MOVED): MovedAccount | null {
  const requests = [...requestsIn(account)].flatMap(([id, request]) => {
    const until = untilOf(request);
    if (account.staged?.[id] || !isOver(request, until, cut)) return [];
    return [{ id, request, until, quarter: until > 0 ? quarterAt(until) : lastQuarter(cut) }];
  });
  const within = oldest(requests.map(({ quarter }) => quarter));
  const taken = requests.filter(({ quarter }) => within.has(quarter));
  const rest = withoutRequests(account, taken, cut);
  const grants = endedFamilies(rest.entries, cut);
  const all = oldest([...within, ...grants.map(({ quarter }) => quarter)], within);
  const gone = grants.filter(({ quarter }) => all.has(quarter));
  const goneKeys = new Set(gone.flatMap(({ entries }) => Object.keys(entries)));
  if (sizeOf(account) - sizeOf(rest) + goneKeys.size < least) return null;
  const entries = Object.fromEntries(Object.entries(rest.entries).filter(([key]) => !goneKeys.has(key)));
  const parts = new Map<Quarter, Moved>(
    [...all].map((quarter) => [
      quarter,
      {
        requests: Object.fromEntries(
          taken.filter((each) => each.quarter === quarter).map(({ id, request }) => [id, request]),
        ),
        grants: Object.fromEntries(
          gone.filter((each) => each.quarter === quarter).map((each) => [each.family, each.entries]),
        ),
      },
    ]),
  );
  return { account: { ...rest, entries, archive: indexOf(account, [...all], cut) }, parts };
}

function indexOf({ archive }: StoredAccount, quarters: readonly Quarter[], cut: Cut) {
  const later = (a: Day, b: Day) => (a > b ? a : b);
  const revisions = quarters.map((quarter) => [quarter, (archive?.parts[quarter] ?? 0) + 1]);
  return {
    before: later(cut.before, archive?.before ?? cut.before),
    leaveBefore: later(cut.leaveBefore, archive?.leaveBefore ?? cut.leaveBefore),
    parts: { ...archive?.parts, ...Object.fromEntries(revisions) },
  };
}

const sizeOf = ({ spans, entries, applied = {} }: StoredAccount): number =>
  Object.keys(spans).length + Object.keys(entries).length + Object.keys(applied).length;

/** The oldest quarters, with those that are taken anyway. */
function oldest(quarters: readonly Quarter[], taken: ReadonlySet<Quarter> = new Set()): Set<Quarter> {
  const others = [...new Set(quarters)].filter((quarter) => !taken.has(quarter)).sort();
  return new Set([...taken, ...others.slice(0, MAX_PARTS - taken.size)]);
}

const lastQuarter = ({ before }: Cut): Quarter => quarterOf(addDays(before, -1));

/** The requests of an account, without those that are archived. */
function requestsIn({ spans, entries, applied = {} }: StoredAccount): Map<string, AccountRequest> {
  const found = new Map<string, AccountRequest>();
  const of = (id: string) => found.get(id) ?? { spans: {}, entries: {}, applied: applied[id] ?? null };
  for (const id of Object.keys(applied)) found.set(id, of(id));
  for (const [key, span] of Object.entries(spans)) {
    const before = of(span.requestId);
    if (!span.archived) found.set(span.requestId, { ...before, spans: { ...before.spans, [key]: span } });
  }
  for (const [key, entry] of Object.entries(entries)) {
    if (entry.requestId === null || !isDraw(entry)) continue;
    const before = of(entry.requestId);
    found.set(entry.requestId, { ...before, entries: { ...before.entries, [key]: entry } });
  }
  return found;
}

/** The end of its time, or when it was last booked; 0 for a request that has left nothing. */
const untilOf = ({ spans, entries }: AccountRequest): Instant =>
  Math.max(
    0,
    ...Object.values(spans).map(({ to }) => to),
    ...Object.values(entries).map(({ at }) => at),
  ) as Instant;

function isOver({ spans, entries }: AccountRequest, until: Instant, cut: Cut): boolean {
  const isShorter = Object.keys(spans).length > 0 && sumOf(entries, 'return') !== 0;
  return (
    until < midnight(isShorter ? cut.leaveBefore : cut.before) &&
    Object.values(spans).every(({ state }) => state !== 'open') &&
    grantsIn(entries).every((grantId) => {
      const own = Object.fromEntries(
        Object.entries(entries).filter(([, entry]) => entry.grantId === grantId),
      );
      return sumOf(own, 'hold', 'release') === 0;
    })
  );
}

const sumOf = (entries: Entries, ...kinds: readonly LedgerEntry['kind'][]): number =>
  Object.values(entries).reduce((sum, { kind, minutes }) => (kinds.includes(kind) ? sum + minutes : sum), 0);

const grantsIn = (entries: Entries): string[] => [
  ...new Set(Object.values(entries).map(({ grantId }) => grantId)),
];

interface Taken {
  readonly id: string;
  readonly request: AccountRequest;
  readonly until: Instant;
}

/** Without these requests; what they have drawn is carried, and their leave is copied while rules look at it. */
function withoutRequests(account: StoredAccount, taken: readonly Taken[], cut: Cut): StoredAccount {
  const gone = new Set(taken.map(({ id }) => id));
  const isRecent = (to: Instant) => to >= midnight(cut.leaveBefore);
  const spans = Object.entries(account.spans).flatMap(([key, span]) => {
    if (!span.archived && !gone.has(span.requestId)) return [[key, span] as const];
    const isKept = span.kind === 'leave' && isRecent(span.to);
    return isKept ? [[key, { ...span, archived: true as const }] as const] : [];
  });
  const moved = new Set(taken.flatMap(({ request }) => Object.keys(request.entries)));
  const entries = Object.fromEntries(Object.entries(account.entries).filter(([key]) => !moved.has(key)));
  for (const { request, until } of taken)
    for (const entry of Object.values(request.entries)) carry(entries, entry, entry.minutes, until);
  const applied = Object.entries(account.applied ?? {}).filter(([id]) => !gone.has(id));
  return { ...account, spans: Object.fromEntries(spans), entries, applied: Object.fromEntries(applied) };
}

interface Family {
  readonly family: string;
  readonly entries: Entries;
  readonly quarter: Quarter;
}

/** Grants with their carry-over that ended with nothing left. Yearly ones stay while the rules look at their year. */
function endedFamilies(entries: Entries, cut: Cut): Family[] {
  const families = new Map<string, Record<string, LedgerEntry>>();
  for (const [key, entry] of Object.entries(entries)) {
    const family = familyOf(entry.grantId);
    const own = families.get(family) ?? {};
    own[key] = entry;
    families.set(family, own);
  }
  return [...families].flatMap(([family, own]): Family[] => {
    const grants = grantsIn(own).map((id) => ({ origin: own[id], left: leftOf(own, id) }));
    const isOpen = Object.values(own).some(isDraw) || grants.some(({ left }) => left !== 0);
    const ends = grants.flatMap(({ origin }) => origin?.expiresOn ?? []);
    const last = ends.sort().at(-1);
    const root = own[family];
    if (isOpen || !root || last === undefined || ends.length < grants.length) return [];
    const isYearly = root.requestId === null;
    const until = Math.max(midnight(last), ...Object.values(own).map(({ at }) => at)) as Instant;
    if (until >= midnight(cut.before) || (isYearly && last >= cut.leaveBefore)) return [];
    return [{ family, entries: own, quarter: quarterOf(dayOf(until)) }];
  });
}

const leftOf = (entries: Entries, id: string): number =>
  Object.values(entries).reduce((sum, { grantId, minutes }) => (grantId === id ? sum + minutes : sum), 0);
