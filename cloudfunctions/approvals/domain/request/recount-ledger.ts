import type { Instant } from '#contracts/common';
import type { LedgerKind } from '#contracts/leave';
import type { Account, LedgerEntry } from '../../../accounts/rules';
import { fact } from '../../kind/answer';

type Entries = Account['entries'];

interface LedgerRecount {
  readonly requestId: string;
  /** The revision of the request that the lines belong to: their keys derive from it. */
  readonly rev: number;
  readonly state: 'pending' | 'approved';
  /** Leave minutes of the request before and after. */
  readonly before: number;
  readonly after: number;
  readonly now: Instant;
}

/**
 * The ledger lines that take a request from what it has booked to what it should have booked. The ledger is
 * append-only: a difference per grant is added, earlier lines stay. No difference, no line.
 */
export function recountLines(booked: Entries, wanted: Entries, recount: LedgerRecount): Entries {
  const { requestId, rev, now, before, after } = recount;
  const [from, to] = [sums(booked, requestId), sums(wanted, requestId)];
  const lines = [...new Set([...from.keys(), ...to.keys()])].flatMap((grantId): [string, LedgerEntry][] => {
    const minutes = (to.get(grantId)?.minutes ?? 0) - (from.get(grantId)?.minutes ?? 0);
    const typeId = (to.get(grantId) ?? from.get(grantId))?.typeId;
    if (minutes === 0 || typeId === undefined) return [];
    const line: LedgerEntry = {
      kind: kindOf(recount, grantId, minutes),
      typeId,
      minutes,
      at: now,
      grantId,
      requestId,
      validFrom: null,
      expiresOn: null,
      basis: [fact('RECOUNTED', { before, after })],
      byId: null,
      note: '',
    };
    return [[`${requestId}-recount-${rev}-${grantId}`, line]];
  });
  return Object.fromEntries(lines);
}

/** The lines of other origin, such as grants that were due, which a request books on the way. */
export const linesOfOthers = (entries: Entries, requestId: string): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([, entry]) => entry.requestId !== requestId));

function kindOf({ state, requestId }: LedgerRecount, grantId: string, minutes: number): LedgerKind {
  if (grantId.startsWith(`${requestId}-`)) return 'adjust';
  if (state === 'pending') return minutes < 0 ? 'hold' : 'release';
  return minutes < 0 ? 'use' : 'return';
}

/** What a request has taken from each grant. */
function sums(entries: Entries, requestId: string): Map<string, Pick<LedgerEntry, 'typeId' | 'minutes'>> {
  const total = new Map<string, Pick<LedgerEntry, 'typeId' | 'minutes'>>();
  for (const entry of Object.values(entries)) {
    if (entry.requestId !== requestId) continue;
    const { grantId, typeId } = entry;
    total.set(grantId, { typeId, minutes: (total.get(grantId)?.minutes ?? 0) + entry.minutes });
  }
  return total;
}
