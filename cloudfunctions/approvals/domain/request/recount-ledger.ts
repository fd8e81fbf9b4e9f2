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
  const lines = [...new Set([...from.keys(), ...to.keys()])].flatMap((key): [string, LedgerEntry][] => {
    const minutes = (to.get(key)?.minutes ?? 0) - (from.get(key)?.minutes ?? 0);
    const sum = to.get(key) ?? from.get(key);
    if (minutes === 0 || !sum) return [];
    const { grantId, typeId, reversal } = sum;
    const line: LedgerEntry = {
      kind: reversal ?? kindOf(recount, grantId, minutes),
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
    return [[`${requestId}-recount-${rev}-${key}`, line]];
  });
  return Object.fromEntries(lines);
}

/** The lines of other origin, such as grants that were due, which a request books on the way. */
export const linesOfOthers = (entries: Entries, requestId: string): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([, entry]) => entry.requestId !== requestId));

/**
 * What a cancellation returns. A line whose key is booked already, because some days have returned before, is
 * replaced by it and therefore returns those days as well.
 */
export const withBooked = (onCancel: Entries, booked: Entries): Entries =>
  Object.fromEntries(
    Object.entries(onCancel).map(([key, entry]) => [
      key,
      { ...entry, minutes: entry.minutes + (booked[key]?.minutes ?? 0) },
    ]),
  );

function kindOf({ state, requestId }: LedgerRecount, grantId: string, minutes: number): LedgerKind {
  if (grantId.startsWith(`${requestId}-`)) return 'adjust';
  if (state === 'pending') return minutes < 0 ? 'hold' : 'release';
  return minutes < 0 ? 'use' : 'return';
}

interface Sum extends Pick<LedgerEntry, 'grantId' | 'typeId' | 'minutes'> {
  /** Of an expiry or a carry-over, which back-dated leave reverses; it is no leave taken. */
  readonly reversal: 'expire' | 'carry' | null;
}

/** What a request has taken from each grant, and which expiries and carry-overs it has reversed. */
function sums(entries: Entries, requestId: string): Map<string, Sum> {
  const total = new Map<string, Sum>();
  for (const { requestId: of, grantId, typeId, kind, minutes } of Object.values(entries)) {
    if (of !== requestId) continue;
    const reversal = kind === 'expire' || kind === 'carry' ? kind : null;
    const key = reversal ? `${reversal}-${grantId}` : grantId;
    total.set(key, { grantId, typeId, reversal, minutes: (total.get(key)?.minutes ?? 0) + minutes });
  }
  return total;
}
