import type { Instant } from '#contracts/common';
import type { LedgerKind } from '#contracts/leave';
import type { Account, AccountSpan, LedgerEntry } from '../../accounts/rules';
import type { KindAnswer } from '../../approvals/kind/kind';
import type { Portion } from './allocate';
import type { Reversal } from './restore';

type Changes = Pick<KindAnswer, 'onSubmit' | 'onApprove' | 'onReject' | 'onCancel'>;
type Entries = Account['entries'];

/**
 * The number of this submission: a returned request releases its minutes, and its resubmission holds them under
 * new keys. A retry of an unanswered submission has the same number, and so has a recount of an approved one.
 */
function roundOf(entries: Entries, requestId: string, isRecount = false): number {
  let round = 1;
  const has = (what: 'release' | 'use') =>
    Object.keys(entries).some((key) => key.startsWith(`${requestId}-${round}-${what}-`));
  while (has('release') && !(isRecount && has('use'))) round += 1;
  return round;
}

/** Whether a key is one of the entries that a submission writes. */
const isOfSubmission = (requestId: string, round: number) => (key: string) =>
  ['hold', 'restore'].some((what) => key.startsWith(`${requestId}-${round}-${what}-`));

/** The account without the entries that this submission already wrote; `all`: that the request ever wrote. */
export function withoutOwn(account: Account, requestId: string, all = false): Account {
  const isOfThis = isOfSubmission(requestId, roundOf(account.entries, requestId));
  const isOwn = (key: string, entry: LedgerEntry) => (all ? entry.requestId === requestId : isOfThis(key));
  const spans = Object.entries(account.spans).filter(([, span]) => span.requestId !== requestId);
  const entries = Object.entries(account.entries).filter(([key, entry]) => !isOwn(key, entry));
  return { ...account, spans: Object.fromEntries(spans), entries: Object.fromEntries(entries) };
}

interface Leave {
  readonly account: Account;
  readonly requestId: string;
  readonly typeId: string;
  readonly span: AccountSpan;
  readonly portions: readonly Portion[];
  /** Of expiries and carry-overs, for back-dated leave. They stay if the request is not approved. */
  readonly reversals: readonly Reversal[];
  /** Due entries that are missing in the ledger as of today. */
  readonly grants: Entries;
  readonly now: Instant;
  readonly isRecount?: boolean | undefined;
}

/**
 * The account changes of a leave request: minutes are held on submission, used on approval, released on
 * rejection, withdrawal or return, and returned when approved leave is cancelled.
 */
export function leaveChanges(leave: Leave): Changes {
  const { requestId, span } = leave;
  const round = roundOf(leave.account.entries, requestId, leave.isRecount);
  const entries = (kind: LedgerKind, sign: 1 | -1) => portionEntries(leave, round, kind, sign);
  const stale = staleEntries(leave.account, requestId, round);
  return {
    onSubmit: {
      spans: { [requestId]: span },
      entries: { ...leave.grants, ...stale, ...reversalEntries(leave, round), ...entries('hold', -1) },
    },
    onApprove: {
      spans: { [requestId]: { ...span, state: 'approved' } },
      entries: { ...entries('release', 1), ...entries('use', -1) },
    },
    onReject: { spans: { [requestId]: null }, entries: entries('release', 1) },
    onCancel: { spans: { [requestId]: null }, entries: entries('return', 1) },
  };
}

function portionEntries(leave: Leave, round: number, kind: LedgerKind, sign: 1 | -1): Entries {
  const { requestId, typeId, now } = leave;
  return Object.fromEntries(
    leave.portions.map(({ grantId, minutes }): [string, LedgerEntry] => [
      `${requestId}-${round}-${kind}-${grantId}`,
      { kind, typeId, minutes: sign * minutes, at: now, grantId, requestId, ...PLAIN },
    ]),
  );
}

function reversalEntries(leave: Leave, round: number): Entries {
  const { requestId, typeId, now } = leave;
  return Object.fromEntries(
    leave.reversals.map(({ grantId, kind, minutes }): [string, LedgerEntry] => [
      `${requestId}-${round}-restore-${kind}-${grantId}`,
      { kind, typeId, minutes, at: now, grantId, requestId, ...PLAIN },
    ]),
  );
}

/** Entries of the same submission with a different allocation: they are set to 0. */
function staleEntries(account: Account, requestId: string, round: number): Entries {
  const isOwn = isOfSubmission(requestId, round);
  const own = Object.entries(account.entries).filter(([key]) => isOwn(key));
  return Object.fromEntries(own.map(([key, entry]) => [key, { ...entry, minutes: 0 }]));
}

const PLAIN = { validFrom: null, expiresOn: null, basis: [], byId: null, note: '' } as const;
