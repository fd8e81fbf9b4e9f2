import type { Instant } from '#contracts/common';
import { AppError } from '../../shared/errors/app-error';

/** The KPI that a value is about: its key is what the company calls it in every cycle. */
export interface KpiReference {
  readonly kpi: string;
  readonly cycle: string;
  readonly owner:
    | { readonly kind: 'company' }
    | { readonly kind: 'department' | 'person'; readonly id: string };
}

/** One value of a batch. It replaces the value of now; at most four decimals. */
export interface OutsideValue extends KpiReference {
  readonly value: number;
  /** When it was so in the system that sends it. */
  readonly at: Instant;
  readonly note: string;
}

/** What one value is told apart from the others of a batch by. */
export function referenceKey({ kpi, cycle, owner }: KpiReference): string {
  return [kpi, cycle, owner.kind, owner.kind === 'company' ? '' : owner.id].join('\n');
}

/** Clocks differ, see `requireFresh`. */
const AHEAD_MS = 300_000;

/**
 * Refuses values of a time that has not come.
 * @throws AppError VALUE_IN_FUTURE with the first line, from 1
 */
export function requirePast(values: readonly Pick<OutsideValue, 'at'>[], now: number): void {
  const index = values.findIndex(({ at }) => at > now + AHEAD_MS);
  if (index >= 0) throw new AppError('VALUE_IN_FUTURE', { line: index + 1 });
}
