import type { Instant, Month } from '#contracts/common';
import { monthOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';

/** What saving asks of `payroll`, which stands on this feature. */
export interface OfRuns {
  /** Has drafts of a month and those after it worked out again before they are locked. */
  readonly outdateDrafts: (from: Month, now: Instant) => Promise<void>;
}

type Stay = Pick<Employee, 'leftOn'>;
type Outdate = (before: Stay, after: Stay) => Promise<void>;

/**
 * Saves a change of a person, which says what it is before it stores it. Another last day changes whom runs pay, and what: their
 * drafts are outdated before it and after it, so that whoever locks one at this moment has read it before, and loses, and a draft
 * that was begun meanwhile is worked out again too. None or two calls.
 */
export async function outdatingRuns<Result>(
  { outdateDrafts }: OfRuns,
  now: Instant,
  save: (outdate: Outdate) => Promise<Result>,
): Promise<Result> {
  let from: Month | undefined;
  const result = await save(async (before, after) => {
    from = firstMonth(before, after);
    if (from) await outdateDrafts(from, now);
  });
  if (from) await outdateDrafts(from, now);
  return result;
}

/** The month of the earlier one of two last days; none if they are the same. */
function firstMonth({ leftOn: before }: Stay, { leftOn: after }: Stay): Month | undefined {
  if (before === after) return undefined;
  const [first] = [before, after].filter((day) => day !== null).sort();
  return first && monthOf(first);
}
