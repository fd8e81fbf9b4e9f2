import type { Day, Instant, LocalText, Month } from '#contracts/common';
import type { PayItemVersion } from '#contracts/pay-item';
import { findOwnRules } from '../../company-rules/public';
import { leaveSettings } from '../../leave/rules';
import { findPayItems } from '../../salaries/public';
import { compileItems, itemsOn, SHIPPED_ITEMS } from '../../salaries/rules';
import { findCompanyCalendar } from '../../schedule/public-calendar';
import { addMonths, daysOfMonth } from '../../shared/calendar/company-time';
import { findMarked } from '../data/pay-runs';
import { changedItems, type MarkedMonth, marksOf } from '../domain/changed-items';
import { paidDays } from '../domain/paid-days';
import type { MonthFacts, RunFacts } from '../domain/pay-facts';

/** Runs whose slips a slip may count: those of its tax year. */
const MONTHS_BEFORE = 12;
/** Locked months that are worked out again, so that what has changed in them is paid. */
export const MONTHS_AGAIN = 3;

/**
 * What is the same for everybody: calendar, items, versions of the runs before, whether leave that lapses is paid. Four
 * reads at most, once a unit.
 */
export async function findRunFacts(month: Month, paidOn: Day, now: number): Promise<RunFacts> {
  const { versions, factsWith } = await readFacts(month, paidOn, now);
  return factsWith((lastDay) => itemsOn(versions, lastDay));
}

/** The same, and beside it with items that are tried: in this month, and in months before it from their first day on. */
export async function findTriedFacts(
  month: Month,
  paidOn: Day,
  now: number,
  tried: PayItemVersion,
): Promise<{ readonly asIs: RunFacts; readonly tried: RunFacts }> {
  const { versions, factsWith } = await readFacts(month, paidOn, now);
  const isTried = (lastDay: Day) => tried.from <= lastDay || lastDay.startsWith(month);
  return {
    asIs: factsWith((lastDay) => itemsOn(versions, lastDay)),
    tried: factsWith((lastDay) => (isTried(lastDay) ? tried : itemsOn(versions, lastDay))),
  };
}

async function readFacts(month: Month, paidOn: Day, now: number) {
  const months = Array.from({ length: MONTHS_BEFORE }, (_, index) => addMonths(month, -1 - index));
  const again = months.slice(0, MONTHS_AGAIN);
  const [stored, calendar, runs, own] = await Promise.all([
    findPayItems(),
    findCompanyCalendar([...new Set([month, ...again].map((each) => each.slice(0, 4)))], now),
    findMarked(months),
    findOwnRules(now),
  ]);
  const published = new Map(runs.map(({ _id, version }) => [_id as string, version]));
  const earlier = again.filter((each) => published.has(each)).reverse();
  const { lapsedPaid } = leaveSettings(own);
  const marks = new Map(runs.map(({ _id, itemMarks }) => [_id as Month, itemMarks]));
  const last = runs.find(({ _id }) => _id === again[0]);
  const lockedAt = last?.lockedAt ?? (0 as Instant);
  /**
   * Of the month before; a run from before marks were kept is taken to have had the items as they hold in it now. Before the
   * first run there were those that are shipped, so that what the company has saved since is new.
   */
  const lastMarks = (itemsOf: (lastDay: Day) => PayItemVersion): MarkedMonth['marks'] =>
    last
      ? (last.itemMarks ?? marksOf(itemsOf(daysOfMonth(last._id as Month).at(-1) as Day)))
      : marksOf(SHIPPED_ITEMS);
  const names = new Map(
    [SHIPPED_ITEMS, ...(stored?.versions ?? [])].flatMap(({ items }) =>
      items.map(({ id, name }) => [id, name]),
    ),
  );
  const nameOf = (id: string): LocalText => names.get(id) ?? { 'zh-CN': id, en: id };
  const factsWith = (itemsOf: (lastDay: Day) => PayItemVersion): RunFacts => {
    const factsOf = (of: Month): MonthFacts => {
      const days = paidDays(of, calendar.overrides);
      const items = itemsOf(days.at(-1) ?? (`${of}-01` as Day));
      return { month: of, paidDays: days, items, compiled: compileItems(items.items) };
    };
    const [own, before] = [factsOf(month), earlier.map(factsOf)];
    const marked = before.map(({ month: of, items }) => ({
      month: of,
      ...items,
      marks: marks.get(of) ?? null,
    }));
    const inMonth = { month, ...own.items, marks: lastMarks(itemsOf) };
    const changed = changedItems(inMonth, marked, stored?.saves ?? [], lockedAt, nameOf);
    return {
      ...own,
      paidOn,
      earlier: before,
      versions: published,
      lapsedPaid,
      since: lockedAt,
      changedItems: changed,
    };
  };
  return { versions: stored?.versions ?? [], factsWith };
}
