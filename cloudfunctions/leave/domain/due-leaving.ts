import type { Day, Instant, Minutes } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { Account, LedgerEntry } from '../../accounts/rules';
import { fact } from '../../approvals/kind/answer';
import type { Employee } from '../../shared/kernel/employee';
import { leaverAnnual } from './annual-entitlement';
import { grantsOfYear } from './due-grants';
import { lostOf } from './due-losses';
import type { LeaveType } from './leave-type';
import { LEAVER_SOURCE } from './packs/china';
import { ruleOn } from './rule-on';

type Entries = Account['entries'];

/** What a leaver has earned of a grant, in leave minutes. */
interface LeaverShare {
  readonly earned: Minutes;
  /** What is left of the grant on the last day. */
  readonly left: Minutes;
  readonly basis: readonly Fact[];
}

/**
 * Entries that limit the grants of the year of leaving, and later ones, to what a leaver has earned by the last day,
 * and undo this if that day is removed or moved. Days taken beyond it are not reclaimed. Grants that have ended are
 * not touched. Idempotent.
 */
export function dueLeaving(
  employee: Employee,
  entries: Entries,
  types: readonly LeaveType[],
  today: Day,
  now: Instant,
): Entries {
  const granted = Object.entries(entries).filter(
    ([key, entry]) => entry.kind === 'grant' && entry.requestId === null && entry.grantId === key,
  );
  return Object.fromEntries(
    granted.flatMap(([id, grant]): [string, LedgerEntry][] => {
      const type = types.find(({ _id }) => _id === grant.typeId);
      if (!type || (grant.expiresOn !== null && grant.expiresOn < today)) return [];
      const before = linesOf(entries, id);
      const share = leaverShare(employee, entries, type, id);
      const target = share
        ? grant.minutes - lostOf(entries, id).minutes - takenOf(entries, id) - share.left
        : 0;
      const change = 0 - target - before.minutes;
      if (change === 0) return [];
      const line = { ...grant, kind: 'leaving' as const, minutes: change, at: now, validFrom: null };
      return [[`${id}-leaving-${before.count}`, { ...line, expiresOn: null, basis: share?.basis ?? [] }]];
    }),
  );
}

/** Null if the last day is unknown or after the grant, and for comp time, which is earned already. */
export function leaverShare(
  employee: Employee,
  entries: Entries,
  type: LeaveType,
  grantId: string,
): LeaverShare | null {
  const { leftOn } = employee;
  const grant = entries[grantId];
  if (!grant || leftOn === null || grant.expiresOn === null || grant.expiresOn < leftOn) return null;
  const year = Number((grant.validFrom ?? grant.expiresOn).slice(0, 4));
  const rule = ruleOn(type, employee.city, `${year}-12-31` as Day)?.grant;
  if (!rule || rule.by === 'overtime') return null;
  const taken = takenOf(entries, grantId);
  const lost = lostOf(entries, grantId).minutes;
  const available = Math.max(0, grant.minutes - lost - taken);
  if (rule.by === 'service' && year === Number(leftOn.slice(0, 4))) {
    const { entitlement, unused } = leaverAnnual(rule, employee, leftOn, taken / LEAVE_DAY_MINUTES);
    const left = lost > 0 ? Math.min(available, unused * LEAVE_DAY_MINUTES) : unused * LEAVE_DAY_MINUTES;
    const earned = entitlement * LEAVE_DAY_MINUTES;
    return {
      earned,
      left,
      basis: [
        fact('LEAVER_SHARE', { lastDay: leftOn, earned, taken, days: left }),
        fact('RULE_SOURCE', { source: LEAVER_SOURCE, version: '2008-09-18' }),
      ],
    };
  }
  const earned = grantsOfYear(type, employee, year).find(({ id }) => id === grantId)?.minutes ?? 0;
  const left = Math.max(0, Math.min(available, earned - lost - taken));
  return { earned, left, basis: [fact('LEAVER_SHARE', { lastDay: leftOn, earned, taken, days: left })] };
}

/** Used and held minutes of a grant. */
const takenOf = (entries: Entries, grantId: string): Minutes =>
  Object.values(entries).reduce(
    (sum, entry) => (entry.grantId === grantId && TAKING.includes(entry.kind) ? sum - entry.minutes : sum),
    0,
  );
const TAKING: readonly LedgerEntry['kind'][] = ['hold', 'release', 'use', 'return'];

function linesOf(entries: Entries, grantId: string): { minutes: Minutes; count: number } {
  const lines = Object.values(entries).filter(
    (entry) => entry.kind === 'leaving' && entry.grantId === grantId,
  );
  return { minutes: lines.reduce((sum, { minutes }) => sum + minutes, 0), count: lines.length };
}
