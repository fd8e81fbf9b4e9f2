import type { Instant } from '#contracts/common';
import { contentHash, requireType, sendOnce } from '../../approvals/engine';
import { findEmployee } from '../../people/public';
import { clockOn, dayOf } from '../../shared/calendar/company-time';
import { retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import type { QueuedRequest } from '../data/queued-requests';
import { closeQueued, findDueRequests } from '../data/queued-requests';

const TYPE = 'field';

/**
 * Field punches that need approval become requests, under a key made from the punch: however often a wish is
 * looked at, it is one request. One that the rules refuse is closed and named in the log.
 */
export const submitQueuedRequests: TimerJob = {
  name: 'submitQueuedRequests',
  async run({ now, deadline }) {
    let requests = 0;
    await eachDue(findDueRequests, deadline, async (wish) => {
      requests += (await submitOne(wish, now)) ? 1 : 0;
    });
    return { requests };
  },
};

/** Idempotent. @returns false if the rules refuse it */
export async function submitOne(wish: QueuedRequest, now: Instant): Promise<boolean> {
  const isSent = await send(wish, now);
  await closeQueued(wish._id, isSent ? 'done' : 'refused');
  return isSent;
}

/** @returns false if the rules refuse it */
async function send(wish: QueuedRequest, now: Instant): Promise<boolean> {
  const { employeeId, punchKey, day, at, place, photo, note } = wish;
  const me = await findEmployee(employeeId);
  if (!me) return false;
  const time = clockOn(dayOf(at), at);
  const values = {
    ...{ punchKey, day, time, place },
    ...(photo ? { photo: [photo] } : {}),
    ...(note ? { reason: note } : {}),
  };
  try {
    const type = await requireType(TYPE, now);
    const input = { key: wish._id, typeId: TYPE, version: type.version, values };
    const hash = contentHash(TYPE, values);
    const call = { id: `${employeeId}-${wish._id}`, hash, type, input, me, openid: '', now };
    await retryOnConflict(3, () => sendOnce(call));
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'BUSY') throw error;
    console.warn('QUEUED_REQUEST_REFUSED', wish._id, error.code);
    return false;
  }
}
