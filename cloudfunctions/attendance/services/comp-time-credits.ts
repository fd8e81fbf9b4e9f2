import type { Instant } from '#contracts/common';
import type { Account } from '../../accounts/rules';
import { findOwnRules } from '../../company-rules/public';
import { attendanceSettings } from '../../schedule/rules-time';
import { dayOf } from '../../shared/calendar/company-time';
import { daysByPerson, findDaysByKey } from '../data/attendance-days';
import { compTimeEntries, recountedSpans } from '../domain/comp-time-credit';
import { overtimeCredits, withNeighbours } from '../domain/overtime-credit';

/**
 * What the ledgers of at most fifty people lack so that comp time is what was credited: one read per thousand days of
 * overtime, none without. The answer computes it for an account of theirs, also one that was read again.
 */
export async function compTimeCredits(
  accounts: Iterable<Account>,
  now: Instant,
): Promise<(account: Account) => Account['entries']> {
  const today = dayOf(now);
  const keys = [...accounts].flatMap((account) => {
    const days = recountedSpans(account, today).flatMap(({ day }) => withNeighbours([day]));
    return [...new Set(days)].map((day) => [account._id, day] as const);
  });
  const [days, rules] = await Promise.all([findDaysByKey(keys), findOwnRules(now)]);
  const byPerson = daysByPerson(days);
  const { latestEnd } = attendanceSettings(rules);
  return (account) => {
    const spans = Object.values(account.spans);
    const stored = byPerson.get(account._id) ?? new Map();
    return compTimeEntries(account, overtimeCredits({ stored, spans, latestEnd, now }), now);
  };
}
