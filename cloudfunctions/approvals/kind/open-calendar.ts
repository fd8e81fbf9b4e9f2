import type { Warning } from '#contracts/fact';
import { warning } from './answer';
import type { KindAnswer } from './kind';

/** A warning if days of the request may still become days off or make-up workdays. */
export function openCalendarWarnings(days: KindAnswer['days']): Warning[] {
  const years = [...new Set(days.filter(({ open }) => open).map(({ day }) => day.slice(0, 4)))];
  return years.length === 0 ? [] : [warning('warn', 'CALENDAR_OPEN', { years: years.join('–') })];
}
