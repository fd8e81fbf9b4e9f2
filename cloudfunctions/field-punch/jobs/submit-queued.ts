import type { Instant } from '#contracts/common';
import { contentHash, keepFile, requireType, submitOnce } from '../../approvals/engine';
import { findEmployee } from '../../people/public';
import { findBindingsOf } from '../../people/public-contact';
import { clockOn, dayOf } from '../../shared/calendar/company-time';
import { retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import type { QueuedRequest } from '../data/queued-requests';
import { closeQueued, findDueRequests } from '../data/queued-requests';

const TYPE = 'field';

/**
 * Submits the requests of field punches that need approval. The request's key derives from the punch, so that
 * repeated processing creates one request. Refused ones are closed and logged.
 */
export const submitQueuedRequests: TimerJob = {
  name: 'submitQueuedRequests',
  async run({ now, deadline }) {
    let requests = 0;
    const { handled: _, ...failed } = await eachDue({
      collection: 'request_wishes',
      find: findDueRequests,
      ownerOf: ({ employeeId }) => employeeId,
      handle: async (queued) => {
        requests += (await submitOne(queued, now)) ? 1 : 0;
      },
      deadline,
    });
    return { requests, ...failed };
  },
};

/** Idempotent. @returns false if the rules refuse it */
export async function submitOne(queued: QueuedRequest, now: Instant): Promise<boolean> {
  const isSent = await submit(queued, now);
  await closeQueued(queued._id, isSent ? 'done' : 'refused');
  return isSent;
}

/** @returns false if the rules refuse it */
async function submit(queued: QueuedRequest, now: Instant): Promise<boolean> {
  const { employeeId, punchKey, day, at, place, photo, note } = queued;
  const me = await findEmployee(employeeId);
  if (!me) return false;
  const time = clockOn(dayOf(at), at);
  const copy = photo ? await copyOf(photo, employeeId, now) : null;
  const values = {
    ...{ punchKey, day, time, place },
    ...(copy ? { photo: [copy] } : {}),
    ...(note ? { reason: note } : {}),
  };
  try {
    const type = await requireType(TYPE, now);
    const input = { key: queued._id, typeId: TYPE, version: type.version, values };
    const hash = contentHash(TYPE, values);
    const call = { id: `${employeeId}-${queued._id}`, hash, type, input, me, openid: '', now };
    await retryOnConflict(3, () => submitOnce(call));
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'BUSY') throw error;
    console.warn('QUEUED_REQUEST_REFUSED', queued._id, error.code);
    return false;
  }
}

/** Where the phone uploads the pictures of field punches. */
const PHOTO_FOLDERS = ['field-punches'];

/** The server's copy of the picture; null if there is none, which the request then says. */
async function copyOf(photo: string, employeeId: string, now: Instant): Promise<string | null> {
  try {
    const [binding] = await findBindingsOf([employeeId]);
    const openid = binding?._id ?? '';
    return (await keepFile({ fileId: photo, employeeId, openid, folders: PHOTO_FOLDERS, now })).fileId;
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_INVALID') return null;
    throw error;
  }
}
