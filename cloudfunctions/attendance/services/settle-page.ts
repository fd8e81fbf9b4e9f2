import type { Instant, Month } from '#contracts/common';
import { findEmployeesAfter } from '../../people/public';
import { daysOfMonth } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { findSettledOf, saveSettled } from '../data/settled-months';
import { inputsOf, isSameMonth, type PersonMonth, settlePerson, settlesAt } from '../domain/settle-person';
import type { SettledMonth } from '../domain/settled-month';
import { personMonths } from './person-months';

/** People of one page: what is in memory at a time. */
const PAGE = 100;
/** Writes under way at once. */
const WRITES = 20;

export interface SettledPage {
  readonly people: number;
  readonly written: number;
  /** People whose last day is not over, and when the last of them is. */
  readonly waiting: number;
  readonly resumesAt: Instant | null;
  /** The last employee number of the page; null at the end of the company. */
  readonly next: string | null;
}

/**
 * Settles the month of the next hundred employees. Written is only what is new or has come out differently, so
 * that the same page again changes nothing.
 */
export async function settlePage(month: Month, cursor: string, now: Instant): Promise<SettledPage> {
  const days = daysOfMonth(month);
  const page = await findEmployeesAfter(cursor, PAGE);
  const people = page.filter((person) => worksIn(person, month));
  const ids = people.map(({ _id }) => _id);
  const [months, before] = await Promise.all([personMonths(people, days, now), findSettledOf(ids, month)]);
  const ends = [...months.values()].map(({ plan }) => settlesAt(plan, days));
  const open = ends.filter((end) => end > now);
  const due = people.flatMap((person) => {
    const own = months.get(person._id);
    return own && settlesAt(own.plan, days) <= now
      ? (freshMonth(person, own, month, before.get(person._id), now) ?? [])
      : [];
  });
  for (let at = 0; at < due.length; at += WRITES)
    await Promise.all(
      due.slice(at, at + WRITES).map((fresh) => saveSettled(before.get(fresh.employeeId), fresh)),
    );
  return {
    people: people.length,
    written: due.length,
    waiting: open.length,
    resumesAt: open.length > 0 ? (Math.max(...open) as Instant) : null,
    next: page.length === PAGE ? (page.at(-1)?._id ?? null) : null,
  };
}

const worksIn = ({ hiredOn, leftOn }: Employee, month: Month): boolean =>
  hiredOn <= `${month}-31` && (leftOn === null || leftOn >= `${month}-01`);

/** What is to be written for one person; null if it is there already. */
function freshMonth(
  { _id: employeeId, departmentId }: Employee,
  own: PersonMonth,
  month: Month,
  before: SettledMonth | undefined,
  now: Instant,
): Omit<SettledMonth, '_id' | 'rev'> | null {
  const inputs = inputsOf(own);
  if (before?.inputs === inputs) return null;
  const figures = settlePerson(own, now);
  if (before && isSameMonth(before, figures)) return null;
  return { employeeId, month, departmentId, inputs, settledAt: now, ...figures };
}
