import type { RateRange } from '#contracts/insurance';

/** Percents have four decimals at most. */
const UNIT = 10_000;

/** What of a range a percent breaks: its bounds, or its steps; null if nothing. */
export function brokenBy(
  percent: number,
  { least, most, step }: Omit<RateRange, 'rule'>,
): 'rate' | 'step' | null {
  if (!(percent >= least && percent <= most)) return 'rate';
  return step !== undefined && Math.round(percent * UNIT) % Math.round(step * UNIT) !== 0 ? 'step' : null;
}
