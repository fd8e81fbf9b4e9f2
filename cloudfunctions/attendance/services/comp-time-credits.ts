import type { Day, Instant } from '#contracts/common';
import type { Account } from '../../accounts/rules';
import { findOwnRules } from '../../company-rules/public';
import { attendanceSettings } from '../../schedule/rules-time';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { daysByPerson, findDaysByKey, hasLeftOut } from '../data/attendance-days';
import { compTimeEntries, recountedSpans } from '../domain/comp-time-credit';
import { overtimeCredits, withNeighbours } from '../domain/overtime-credit';

/**
 * What the ledgers of at most fifty people lack so that comp time is what was credited: one read per thousand days of
 * overtime, none without. The answer computes it for an account of theirs, also one that was read again, and throws
 * RECORD_FAULTY if a day of it cannot be used: what was punched is unknown, not nothing.
 */
export async function compTimeCredits(
  accounts: Iterable<Account>,
  now: Instant,
): Promise<(account: Account) => Account['entries']> {
  const today = dayOf(now);
  const keys = [...accounts].flatMap((account) =>
    daysOf(account, today).map((day) => [account._id, day] as const),
  );
  const [days, rules] = await Promise.all([findDaysByKey(keys), findOwnRules(now)]);
  const byPerson = daysByPerson(days);
  const { latestEnd } = attendanceSettings(rules);
  return (account) => {
    const spans = Object.values(account.spans);
    const document = account._id;
    if (hasLeftOut(document, daysOf(account, today)))
      throw new AppError('RECORD_FAULTY', { collection: 'attendance_days', document, field: '' });
    const stored = byPerson.get(document) ?? new Map();
    return compTimeEntries(account, overtimeCredits({ stored, spans, latestEnd, now }), now);
  };
}

const daysOf = (account: Account, today: Day): Day[] => [
  ...new Set(recountedSpans(account, today).flatMap(({ day }) => withNeighbours([day]))),
];
