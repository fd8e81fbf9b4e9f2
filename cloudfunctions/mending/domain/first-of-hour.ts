import type { Instant } from '#contracts/common';

const HOUR_MS = 3_600_000;
/** How often the timer of `requests` runs, ms. */
const EVERY_MS = 900_000;

/** Whether a run of the timer is the first one of its hour. */
export const isFirstOfHour = (now: Instant): boolean => now % HOUR_MS < EVERY_MS;
