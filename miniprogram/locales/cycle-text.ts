import type { Month } from '#contracts/common';
import type { CycleBrief, CycleKind } from '#contracts/goal';
import { monthText } from '../utils/dates';
import type { Words } from './words';

/** `2026年11月`, `2026年第4季度`, `2026年` */
export function cycleText({ id, kind }: Pick<CycleBrief, 'id' | 'kind'>, words: Words): string {
  if (kind === 'month') return monthText(id as Month, words);
  const year = id.slice(0, 4);
  if (kind === 'year') return words.t('goals.cycleYear', { year });
  return words.t('goals.cycleQuarter', { year, quarter: id.slice(6) });
}

/** The kind of a cycle by its id: `2026-11`, `2026-Q4` or `2026`. */
export const kindOfCycle = (id: string): CycleKind =>
  id.length === 4 ? 'year' : id.includes('Q') ? 'quarter' : 'month';
