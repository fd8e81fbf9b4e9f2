import type { Instant, Month } from '#contracts/common';
import type { MonthSums } from '#contracts/settlement';
import { findEmployeesAfter } from '../../people/public';
import { isEmployedIn } from '../../people/rules';
import { daysOfMonth } from '../../shared/calendar/company-time';
import { isolated } from '../../shared/faults/isolated';
import type { Employee } from '../../shared/kernel/employee';
import { findSettledOf } from '../data/settled-months';
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

/** What is stored about the next hundred employees. */
export interface PageRead {
  readonly people: readonly Employee[];
  /** By employee number; without people whose documents cannot be used. */
  readonly months: ReadonlyMap<string, PersonMonth>;
  readonly before: ReadonlyMap<string, SettledMonth>;
  readonly leftOut: number;
  /** Numbers of people whose result cannot be used: it is not settled again. */
  readonly faulty: ReadonlySet<string>;
  /** The last employee number of the page; null at the end. */
  readonly next: string | null;
}

/** Reads the month of the next hundred employees. @param cursor the last employee number of the page before */
export async function readPage(month: Month, cursor: string, now: Instant): Promise<PageRead> {
  const { people: all, leftOut, next } = await findEmployeesAfter(cursor, PAGE_SIZE);
  const people = all.filter((person) => isEmployedIn(person, month));
  const ids = people.map(({ _id }) => _id);
  const [months, { settled: before, leftOut: faulty }] = await Promise.all([
    personMonths(people, daysOfMonth(month), now),
    findSettledOf(ids, month),
  ]);
  return { people, months, before, leftOut: leftOut.length, faulty, next };
}

export interface PageCall {
  readonly month: Month;
  readonly read: PageRead;
  readonly sums: MonthSums;
  /** When the month was locked last; a result that was locked then is kept. */
  readonly lockedAt: Instant | null;
}

/** A result to be saved. */
export type ChangedMonth = Omit<SettledMonth, '_id' | 'rev'>;

/** Settles the month of the people of a page. Idempotent: only new or changed results are due to be saved. */
export function settlePage(
  { month, read, sums, lockedAt }: PageCall,
  now: Instant,
): { readonly due: readonly ChangedMonth[]; readonly page: SettledPage } {
  const { people, months, before, leftOut, faulty, next } = read;
  const outcomes = people.map((person) => {
    const own = months.get(person._id);
    const settled = before.get(person._id);
    if (!own || faulty.has(person._id)) return null;
    return isolated({ collection: 'employees', document: person._id }, () => {
      const end = finalAt(own);
      if (end > now) return { end };
      return { settled, changed: changedMonth(person, own, month, settled, lockedAt, now) };
    });
  });
  const open = outcomes.flatMap((outcome) => outcome?.end ?? []);
  const final = outcomes.flatMap((outcome) => (outcome && outcome.end === undefined ? [outcome] : []));
  const due = final.flatMap(({ changed }) => changed ?? []);
  const page: SettledPage = {
    people: people.length,
    leftOut: leftOut + outcomes.filter((outcome) => outcome === null).length,
    written: due.length,
    waiting: open.length,
    sums: addToSums(
      sums,
      final.flatMap(({ settled, changed }) => changed ?? settled ?? []),
    ),
    resumesAt: open.length > 0 ? (Math.max(...open) as Instant) : null,
    next,
  };
  return { due, page };
}

/** The document to be written for one person; null if it is unchanged. */
function changedMonth(
  { _id: employeeId, departmentId }: Employee,
  own: PersonMonth,
  month: Month,
  before: SettledMonth | undefined,
  lockedAt: Instant | null,
  now: Instant,
): ChangedMonth | null {
  const inputs = inputsOf(own);
  if (before?.inputs === inputs) return null;
  const figures = settlePerson(own, now);
  if (before && isComplete(before) && isSameMonth(before, figures)) return null;
  const earlier = earlierOf(before, lockedAt);
  const isOpen = (figures.open ?? []).length > 0;
  const kept = earlier.length > 0 ? { earlier } : {};
  return { employeeId, month, departmentId, inputs, settledAt: now, ...figures, isOpen, ...kept };
}
