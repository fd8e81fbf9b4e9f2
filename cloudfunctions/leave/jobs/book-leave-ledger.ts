import type { Day, Instant } from '#contracts/common';
import {
  addEntries,
  archivePast,
  completeAccount,
  findAccount,
  findAccounts,
  type StoredAccount,
} from '../../accounts/public';
import { type Account, cutOn, moveToArchive } from '../../accounts/rules';
import { findEmployeesAfter } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { inParallel } from '../../shared/data/in-parallel';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { isolatedWork } from '../../shared/faults/isolated';
import type { Employee } from '../../shared/kernel/employee';
import type { TimerJob } from '../../shared/kernel/serve';
import { findLeaveTypes } from '../data/leave-types';
import { findLedgerRun, saveLedgerRun } from '../data/ledger-runs';
import { dueEntries } from '../domain/due-entries';
import type { LeaveType } from '../domain/leave-type';

const PAGE_SIZE = 50;
/** Ledgers written at the same time. */
const MAX_PARALLEL_WRITES = 10;

/** What the ledgers of these accounts lack besides, told by another feature. */
export type OtherEntries = (
  accounts: Iterable<Account>,
  now: Instant,
) => Promise<(account: Account) => Account['entries']>;

/**
 * Daily job: books grants, forfeited days, carry-over and expiry for each person, including comp time, and what
 * `otherEntries` adds, then archives what is long over. Continues where the last run stopped; writes nothing if all
 * ledgers are up to date.
 */
export const bookLeaveLedger = (otherEntries: OtherEntries): TimerJob => ({
  name: 'leave-ledger',
  async run({ now, deadline }) {
    const day = dayOf(now);
    const before = await findLedgerRun();
    if (before?.day === day && before.done) return { people: 0, written: 0 };
    const types = await findLeaveTypes(now);
    let after = before?.day === day ? before.after : '';
    const report = { people: 0, written: 0, leftOut: 0 };
    while (performance.now() < deadline) {
      const { people, leftOut, next } = await findEmployeesAfter(after, PAGE_SIZE);
      report.people += people.length;
      const { written, failed } = await bookDueEntries(people, types, otherEntries, now);
      report.written += written;
      report.leftOut += leftOut.length + failed;
      after = people.at(-1)?._id ?? after;
      const done = next === null;
      await saveLedgerRun({ day, after, done });
      if (done) break;
    }
    const { leftOut, ...done } = report;
    return { ...done, ...(leftOut > 0 && { leftOut }) };
  },
});

/** @returns the number of ledgers written, and of people whose ledger could not be; the others are booked */
async function bookDueEntries(
  people: readonly Employee[],
  types: readonly LeaveType[],
  otherEntries: OtherEntries,
  now: Instant,
): Promise<{ readonly written: number; readonly failed: number }> {
  const ledgers = await findAccounts(
    people.map(({ _id }) => _id),
    dayOf(now),
  );
  const others = await otherEntries(ledgers.values(), now);
  const booked = await inParallel(people, MAX_PARALLEL_WRITES, async (person) => {
    const read = ledgers.get(person._id) ?? null;
    const about = { collection: 'employees', document: person._id };
    const done = await isolatedWork(about, () => bookPerson(person, read, types, others, now));
    const archived = await isolatedWork(about, () => archivePerson(person, read, dayOf(now)));
    return archived === null ? null : done;
  });
  return {
    written: booked.filter((each) => each === 1).length,
    failed: booked.filter((each) => each === null).length,
  };
}

/** @returns 1 if the ledger was written, 0 if nothing was due */
async function bookPerson(
  person: Employee,
  read: Account | null,
  types: readonly LeaveType[],
  others: Awaited<ReturnType<OtherEntries>>,
  now: Instant,
): Promise<number> {
  let account = read;
  return retryOnConflict(3, async () => {
    const ledger = await completeAccount(
      account ?? (await findAccount(person._id)),
      person.leftOn ?? dayOf(now),
    );
    account = null;
    const added = others(ledger);
    const known = { ...ledger, entries: { ...ledger.entries, ...added } };
    const lines = { ...added, ...dueEntriesOf(person, known, types, now) };
    if (Object.keys(lines).length === 0) return 0;
    return (await addEntries(ledger, lines)) ? 1 : conflict;
  });
}

/** What was read tells whether there is enough to archive; a transaction then decides. */
async function archivePerson(
  { _id, leftOn }: Employee,
  read: StoredAccount | null,
  today: Day,
): Promise<boolean> {
  const cut = cutOn(today, leftOn);
  return read !== null && moveToArchive(read, cut) !== null && archivePast(_id, cut);
}

function dueEntriesOf(
  person: Employee,
  account: Account,
  types: readonly LeaveType[],
  now: Instant,
): Account['entries'] {
  const today = dayOf(now);
  const until = Number(today.slice(0, 4));
  return dueEntries(person, account, types, { today, until, now });
}
