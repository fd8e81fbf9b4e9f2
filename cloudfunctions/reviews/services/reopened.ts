import type { Day } from '#contracts/common';
import { findOpenUntil } from '../data/review-people';

/** Whether HR has let in answers about anybody until today or later, so that the cycle waits for them. One read. */
export const isReopened = async (cycleId: string, today: Day): Promise<boolean> =>
  (await findOpenUntil(cycleId, today)).length > 0;
