import type { Day } from '../../../typings/contracts/common';
import type { FormPlan, Period } from '../../../typings/contracts/requests';

const HOUR = 60;

/** What most people mean: two hours after work. */
export function firstOvertime({ today: hours }: FormPlan, today: Day): Period {
  const start = (hours?.end ?? 9 * HOUR) % (24 * HOUR);
  return { unit: 'hour', from: today, start, end: start + 2 * HOUR };
}
