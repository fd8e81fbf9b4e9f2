import type { Day } from '#contracts/common';
import type { Period } from '#contracts/form';
import { MINUTES_PER_DAY } from '../../../miniprogram/common/units';
import { countCalendarDays } from '../../shared/calendar/anniversary';
import { addDays, isDay } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';

/** A year or more is a matter of the contract, not of leave. */
const MAX_DAYS = 364;

/**
 * Why a period is invalid: `not-a-day`, `reversed`, `too-long`, `out-of-range`, or `unit` if the type does not
 * allow it; null if valid.
 */
export function periodProblem(
  period: Period,
  units: readonly Period['unit'][],
  today: Day,
): AppError<'PERIOD_INVALID'> | null {
  const rule = brokenRule(period, units, today);
  return rule === null ? null : new AppError('PERIOD_INVALID', { rule });
}

function brokenRule(period: Period, units: readonly Period['unit'][], today: Day): string | null {
  const last = period.unit === 'hour' ? period.from : period.to;
  if (!isDay(period.from) || !isDay(last)) return 'not-a-day';
  if (period.from < addDays(today, -MAX_DAYS) || last > addDays(today, 2 * MAX_DAYS)) return 'out-of-range';
  if (!units.includes(period.unit)) return 'unit';
  return period.unit === 'hour' ? brokenHours(period.start, period.end) : brokenDays(period);
}

function brokenHours(start: number, end: number): string | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'not-a-day';
  if (start < 0 || start >= MINUTES_PER_DAY) return 'out-of-range';
  if (end <= start) return 'reversed';
  return end - start > MINUTES_PER_DAY ? 'too-long' : null;
}

function brokenDays(period: Exclude<Period, { unit: 'hour' }>): string | null {
  const { from, to } = period;
  if (to < from) return 'reversed';
  if (period.unit === 'half' && from === to && period.fromHalf > period.toHalf) return 'reversed';
  return countCalendarDays(from, to) > MAX_DAYS ? 'too-long' : null;
}
