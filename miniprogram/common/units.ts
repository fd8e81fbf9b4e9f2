import type { Minutes } from '#contracts/common';

/** Leave minutes of one day, whatever the length of the shift: half a day is 240. */
export const LEAVE_DAY_MINUTES: Minutes = 480;
/** Minutes from one midnight to the next. */
export const MINUTES_PER_DAY: Minutes = 1_440;
/** Minutes east of UTC: China has one time zone and no daylight saving time since 1991. */
export const CHINA_UTC_OFFSET: Minutes = 480;
