import type { PlanGap } from '#contracts/improvement';
import { MAX_GAPS } from './plan';

/** What of an appraisal is below the whole of it, the lowest first; the lowest part alone if all are alike. */
export function gapsOf(parts: readonly PlanGap[], shown: number): readonly PlanGap[] {
  const scored = parts
    .filter(({ score }) => score !== null)
    .sort((a, b) => Number(a.score) - Number(b.score));
  const below = scored.filter(({ score }) => Number(score) < shown);
  return (below.length > 0 ? below : scored.slice(0, 1)).slice(0, MAX_GAPS);
}
