import type { Instant, Month } from '#contracts/common';
import { findEmployeesAfter } from '../../people/public';
import { isEmployedIn } from '../../people/rules';
import { daysOfMonth } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { findSettledOf, saveSettled } from '../data/settled-months';
import {
  finalAt,
  inputsOf,
  isComplete,
  isSameMonth,
  type PersonMonth,
  settlePerson,
} from '../domain/settle-person';
import type { SettledMonth } from '../domain/settled-month';
import { personMonths } from './person-months';

/** People per page; limits the memory. */
const PAGE_SIZE = 100;
/** Concurrent writes. */
const MAX_PARALLEL_WRITES = 20;

export interface SettledPage {
  readonly people: number;
  readonly written: number;
  /** The number of people whose last day is not over, and when the last of them is. */
  readonly waiting: number;
  readonly resumesAt: Instant | null;
  /** The last employee number of the page; null at the end. */
  readonly next: string | null;
}

/** Settles the month of the next hundred employees. Idempotent: writes only new or changed results. */
export async function settlePage(month: Month, cursor: string, now: Instant): Promise<SettledPage> {
  const days = daysOfMonth(month);
  const page = await findEmployeesAfter(cursor, PAGE_SIZE);
  const people = page.filter((person) => isEmployedIn(person, month));
  const ids = people.map(({ _id }) => _id);
  const [months, before] = await Promise.all([personMonths(people, days, now), findSettledOf(ids, month)]);
  const ends = [...months.values()].map(finalAt);
  const open = ends.filter((end) => end > now);
  const due = people.flatMap((person) => {
    const own = months.get(person._id);
    return own && finalAt(own) <= now
      ? (changedMonth(person, own, month, before.get(person._id), now) ?? [])
      : [];
  });
  for (let start = 0; start < due.length; start += MAX_PARALLEL_WRITES)
    await Promise.all(
      due
        .slice(start, start + MAX_PARALLEL_WRITES)
        .map((settledMonth) => saveSettled(before.get(settledMonth.employeeId), settledMonth)),
    );
  return {
    people: people.length,
    written: due.length,
    waiting: open.length,
    resumesAt: open.length > 0 ? (Math.max(...open) as Instant) : null,
    next: page.length === PAGE_SIZE ? (page.at(-1)?._id ?? null) : null,
  };
}

/** The document to be written for one person; null if it is unchanged. */
function changedMonth(
  { _id: employeeId, departmentId }: Employee,
  own: PersonMonth,
  month: Month,
  before: SettledMonth | undefined,
  now: Instant,
): Omit<SettledMonth, '_id' | 'rev'> | null {
  const inputs = inputsOf(own);
  if (before?.inputs === inputs) return null;
  const figures = settlePerson(own, now);
  if (before && isComplete(before) && isSameMonth(before, figures)) return null;
  return { employeeId, month, departmentId, inputs, settledAt: now, ...figures };
}
