import type { Month } from '#contracts/common';
import type { CycleBrief } from '#contracts/goal';
import { monthText } from '../utils/dates';
import type { Words } from './words';

/** `2026年11月`, `2026年第4季度`, `2026年` */
export function cycleText({ id, kind }: Pick<CycleBrief, 'id' | 'kind'>, words: Words): string {
  if (kind === 'month') return monthText(id as Month, words);
  const year = id.slice(0, 4);
  if (kind === 'year') return words.t('goals.cycleYear', { year });
  return words.t('goals.cycleQuarter', { year, quarter: id.slice(6) });
}
