import type { PlanDraft } from '#contracts/improvement';
import { isDecimal } from '../../shared/figures/ratio';
import { refused } from './refused';

/** The longest plan, days, and the longest metric before it. */
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

/** @throws AppError PLAN_REFUSED unless days are in order, measures are of the plan and figures have four decimals at most */
export function requireSound({ from, until, measures, metric }: PlanDraft): void {
  if (until < from || Date.parse(until) - Date.parse(from) > MAX_DAYS * DAY_MS) throw refused('days');
  if (new Set(measures.map(({ id }) => id)).size < measures.length) throw refused('twice');
  if (measures.some(({ dueOn }) => dueOn < from || dueOn > until)) throw refused('measure-days');
  if (!metric) return;
  const { baseline, target } = metric;
  if (baseline.to < baseline.from) throw refused('days');
  if (![baseline.value, target ?? 0].every(isDecimal)) throw refused('figure');
}
