import type { Instant } from '#contracts/common';
import { addEntries, findAccount, findAccounts } from '../../accounts/public';
import type { Account } from '../../accounts/rules';
import { findEmployeesAfter } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import type { Employee } from '../../shared/kernel/employee';
import type { TimerJob } from '../../shared/kernel/serve';
import { findLeaveTypes } from '../data/leave-types';
import { findLedgerRun, saveLedgerRun } from '../data/ledger-runs';
import type { LeaveType } from '../domain/leave-type';
import { ledgerDue } from '../domain/ledger-due';

const PAGE = 50;

/**
 * Once a day, person by person: the grants of the year, what of them is lost to other leave, what goes on into
 * the next one, and what expires, comp time among it. It goes on where the last run stopped; a run that finds everything in place writes nothing.
 */
export const bookLeaveLedger: TimerJob = {
  name: 'leave-ledger',
  async run({ now, deadline }) {
    const day = dayOf(now);
    const before = await findLedgerRun();
    if (before?.day === day && before.done) return { people: 0, written: 0 };
    const types = await findLeaveTypes(now);
    let after = before?.day === day ? before.after : '';
    const report = { people: 0, written: 0 };
    while (performance.now() < deadline) {
      const people = await findEmployeesAfter(after, PAGE);
      report.people += people.length;
      report.written += await bringUpToDate(people, types, now);
      after = people.at(-1)?._id ?? after;
      const done = people.length < PAGE;
      await saveLedgerRun({ day, after, done });
      if (done) break;
    }
    return report;
  },
};

/** @returns how many ledgers were written */
async function bringUpToDate(
  people: readonly Employee[],
  types: readonly LeaveType[],
  now: Instant,
): Promise<number> {
  const ledgers = await findAccounts(people.map(({ _id }) => _id));
  let written = 0;
  for (const person of people) {
    let account: Account | null = ledgers.get(person._id) ?? null;
    written += await retryOnConflict(3, async () => {
      const ledger = account ?? (await findAccount(person._id));
      account = null;
      const lines = dueOf(person, ledger, types, now);
      if (Object.keys(lines).length === 0) return 0;
      return (await addEntries(ledger, lines)) ? 1 : conflict;
    });
  }
  return written;
}

function dueOf(
  person: Employee,
  account: Account,
  types: readonly LeaveType[],
  now: Instant,
): Account['entries'] {
  const today = dayOf(now);
  const until = Number(today.slice(0, 4));
  return ledgerDue(person, account, types, { today, until, now });
}
