import { AppError } from '../../shared/errors/app-error';
import type { KpiReference, OutsideValue } from './outside-value';

/** What a client may set. A KPI key that ends with `.*` stands for all that begin so; `*` alone for all. */
export interface ClientScope {
  readonly kpis: readonly string[];
  /** Ids of cycles, or `*`. */
  readonly cycles: readonly string[];
}

function covers(pattern: string, name: string): boolean {
  if (pattern === '*' || pattern === name) return true;
  return pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1));
}

/** Whether a client may set a KPI. */
export const isInScope = ({ kpis, cycles }: ClientScope, { kpi, cycle }: KpiReference): boolean =>
  kpis.some((pattern) => covers(pattern, kpi)) && cycles.some((id) => id === '*' || id === cycle);

/**
 * Refuses the whole batch if one of its values is none of the client's.
 * @throws AppError OUT_OF_SCOPE with the first line that is, from 1
 */
export function requireInScope(scope: ClientScope, values: readonly OutsideValue[]): void {
  const index = values.findIndex((value) => !isInScope(scope, value));
  if (index >= 0) throw new AppError('OUT_OF_SCOPE', { line: index + 1 });
}
