/** The middle of several runs and how far apart they were. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** @throws RangeError for fewer than five runs: a median of less says little */
export function spreadOf(runs: readonly number[]): Spread {
  if (runs.length < 5) throw new RangeError(`Only ${runs.length} runs, five are the least.`);
  return { median: quantile(runs, 0.5), low: Math.min(...runs), high: Math.max(...runs) };
}

/** Nearest-rank quantile; `share` from 0 to 1. NaN for no figures. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
