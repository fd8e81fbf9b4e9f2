import type { Day, Month } from '#contracts/common';
import type { PayItemVersion } from '#contracts/pay-item';
import { findOwnRules } from '../../company-rules/public';
import { leaveSettings } from '../../leave/rules';
import { findPayItems } from '../../salaries/public';
import { compileItems, itemsOn } from '../../salaries/rules';
import { findCompanyCalendar } from '../../schedule/public-calendar';
import { addMonths } from '../../shared/calendar/company-time';
import { findPublished } from '../data/pay-runs';
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
    findPublished(months),
    findOwnRules(now),
  ]);
  const published = new Map(runs.map(({ _id, version }) => [_id as string, version]));
  const earlier = again.filter((each) => published.has(each)).reverse();
  const { lapsedPaid } = leaveSettings(own);
  const factsWith = (itemsOf: (lastDay: Day) => PayItemVersion): RunFacts => {
    const factsOf = (of: Month): MonthFacts => {
      const days = paidDays(of, calendar.overrides);
      const items = itemsOf(days.at(-1) ?? (`${of}-01` as Day));
      return { month: of, paidDays: days, items, compiled: compileItems(items.items) };
    };
    return { ...factsOf(month), paidOn, earlier: earlier.map(factsOf), versions: published, lapsedPaid };
  };
  return { versions: stored?.versions ?? [], factsWith };
}
