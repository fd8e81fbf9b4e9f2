import type { ImprovementContract, PlanDraft } from '#contracts/improvement';
import { isDecimal } from '../../shared/figures/ratio';
import type { Plan } from './plan';
import { refused, refusedAt } from './refused';

/** The longest plan, days, and the longest metric before it. */
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

/** @throws AppError PLAN_REFUSED unless days are in order, measures are of the plan and figures have four decimals at most */
export function requireSound({ from, until, measures, metric }: PlanDraft): void {
  if (until < from || Date.parse(until) - Date.parse(from) > MAX_DAYS * DAY_MS)
    throw refusedAt('days', 'plan');
  if (new Set(measures.map(({ id }) => id)).size < measures.length) throw refused('twice');
  if (measures.some(({ dueOn }) => dueOn < from || dueOn > until)) throw refused('measure-days');
  if (!metric) return;
  const { baseline, target } = metric;
  if (baseline.to < baseline.from) throw refusedAt('days', 'baseline');
  if (!isDecimal(baseline.value)) throw refusedAt('figure', 'baseline');
  if (!isDecimal(target ?? 0)) throw refusedAt('figure', 'target');
}

type Verdict = Pick<ImprovementContract['decidePlan']['input'], 'after' | 'peers' | 'next'>;

/**
 * Figures of a verdict, as those of a draft: what is typed has four decimals at most and days in order, the next goal moves.
 * @throws AppError PLAN_REFUSED with the field
 */
export function requireSoundVerdict({ metric }: Pick<Plan, 'metric'>, { after, peers, next }: Verdict): void {
  if (!metric && (after || peers)) throw refusedAt('no-metric', after ? 'after' : 'peers');
  if (after?.typed && after.typed.to < after.typed.from) throw refusedAt('days', 'after');
  if (after?.typed && !isDecimal(after.typed.value)) throw refusedAt('figure', 'after');
  if (peers && !(isDecimal(peers.before) && isDecimal(peers.after))) throw refusedAt('figure', 'peers');
  if (!next) return;
  const moves = next.start !== next.target && isDecimal(next.start) && isDecimal(next.target);
  if (!moves) throw refusedAt('figure', 'next');
}

/** A reported value is one of the metric. @throws AppError PLAN_REFUSED with the field */
export function requireSoundValue({ metric }: Pick<Plan, 'metric'>, value: number | null): void {
  if (value === null) return;
  if (!metric) throw refusedAt('no-metric', 'value');
  if (!isDecimal(value)) throw refusedAt('figure', 'value');
}
