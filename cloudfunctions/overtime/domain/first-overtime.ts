import type { Day } from '#contracts/common';
import type { FormPlan, Period } from '#contracts/form';

const HOUR = 60;

/** The most common case as a default: two hours after work. */
export function firstOvertime({ today: hours }: FormPlan, today: Day): Period {
  const start = (hours?.end ?? 9 * HOUR) % (24 * HOUR);
  return { unit: 'hour', from: today, start, end: start + 2 * HOUR };
}
