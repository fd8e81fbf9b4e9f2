import type { Instant, Month } from '#contracts/common';
import type { MonthSums } from '#contracts/settlement';
import { findEmployeesAfter } from '../../people/public';
import { isEmployedIn } from '../../people/rules';
import { daysOfMonth } from '../../shared/calendar/company-time';
import { isolated } from '../../shared/faults/isolated';
import type { Employee } from '../../shared/kernel/employee';
import { findSettledOf, saveSettled } from '../data/settled-months';
import { addToSums } from '../domain/month-sums';
import {
  finalAt,
  inputsOf,
  isComplete,
  isSameMonth,
  type PersonMonth,
  settlePerson,
} from '../domain/settle-person';
import { earlierOf, type SettledMonth } from '../domain/settled-month';
import { personMonths } from './person-months';

/** People per page; limits the memory. */
const PAGE_SIZE = 100;
/** Concurrent writes. */
const MAX_PARALLEL_WRITES = 20;

export interface SettledPage {
  readonly people: number;
  /** People whose documents cannot be used; they are named to HR and not settled. */
  readonly leftOut: number;
  readonly written: number;
  /** The number of people whose last day is not over, and when the last of them is. */
  readonly waiting: number;
  readonly resumesAt: Instant | null;
  /** The sums before, with everybody of the page who is settled. */
  readonly sums: MonthSums;
  /** The last employee number of the page; null at the end. */
  readonly next: string | null;
}

export interface PageCall {
  readonly month: Month;
  /** The last employee number of the page before. */
  readonly cursor: string;
  readonly sums: MonthSums;
  /** When the month was locked last; a result that was locked then is kept. */
  readonly lockedAt: Instant | null;
}

/** Settles the month of the next hundred employees. Idempotent: writes only new or changed results. */
export async function settlePage(
  { month, cursor, sums, lockedAt }: PageCall,
  now: Instant,
): Promise<SettledPage> {
  const days = daysOfMonth(month);
  const page = await findEmployeesAfter(cursor, PAGE_SIZE);
  const people = page.people.filter((person) => isEmployedIn(person, month));
  const ids = people.map(({ _id }) => _id);
  const [months, { settled: before, leftOut }] = await Promise.all([
    personMonths(people, days, now),
    findSettledOf(ids, month),
  ]);
  const outcomes = people.map((person) => {
    const own = months.get(person._id);
    const settled = before.get(person._id);
    if (!own || leftOut.has(person._id)) return null;
    return isolated({ collection: 'employees', document: person._id }, () => {
      const end = finalAt(own);
      if (end > now) return { end };
      return { settled, changed: changedMonth(person, own, month, settled, lockedAt, now) };
    });
  });
  const open = outcomes.flatMap((outcome) => outcome?.end ?? []);
  const final = outcomes.flatMap((outcome) => (outcome && outcome.end === undefined ? [outcome] : []));
  const due = final.flatMap(({ changed }) => changed ?? []);
  for (let start = 0; start < due.length; start += MAX_PARALLEL_WRITES)
    await Promise.all(
      due
        .slice(start, start + MAX_PARALLEL_WRITES)
        .map((settledMonth) => saveSettled(before.get(settledMonth.employeeId), settledMonth)),
    );
  return {
    people: people.length,
    leftOut: page.leftOut.length + outcomes.filter((outcome) => outcome === null).length,
    written: due.length,
    waiting: open.length,
    sums: addToSums(
      sums,
      final.flatMap(({ settled, changed }) => changed ?? settled ?? []),
    ),
    resumesAt: open.length > 0 ? (Math.max(...open) as Instant) : null,
    next: page.next,
  };
}

/** The document to be written for one person; null if it is unchanged. */
function changedMonth(
  { _id: employeeId, departmentId }: Employee,
  own: PersonMonth,
  month: Month,
  before: SettledMonth | undefined,
  lockedAt: Instant | null,
  now: Instant,
): Omit<SettledMonth, '_id' | 'rev'> | null {
  const inputs = inputsOf(own);
  if (before?.inputs === inputs) return null;
  const figures = settlePerson(own, now);
  if (before && isComplete(before) && isSameMonth(before, figures)) return null;
  const earlier = earlierOf(before, lockedAt);
  const isOpen = (figures.open ?? []).length > 0;
  const kept = earlier.length > 0 ? { earlier } : {};
  return { employeeId, month, departmentId, inputs, settledAt: now, ...figures, isOpen, ...kept };
}
