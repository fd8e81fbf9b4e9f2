import type { Instant } from '#contracts/common';
import { addDays } from '../../shared/calendar/company-time';
import { findRequest } from '../data/requests';
import type { Back } from '../domain/request/back-early';
import type { RequestDocument, Shortening } from '../domain/request/request';
import { isShorteningCurrent } from '../domain/request/shorten';
import { requireUndoable } from './require-undoable';
import { shorteningOf } from './shortening-of';

/**
 * A cancelling request whose effect refers to what its original has booked by now: that may have been counted again
 * since.
 * @throws AppError LEAVE_BALANCE_SHORT, NO_WORKING_TIME if none of the days to return counts any more
 */
export async function undoable(request: RequestDocument, now: Instant): Promise<RequestDocument> {
  const original = await findRequest(request.cancels ?? '');
  const current = original ? { ...request, ...(await currentContent(request, original, now)) } : request;
  await requireUndoable(current);
  return current;
}

async function currentContent(
  { shortens }: RequestDocument,
  original: RequestDocument,
  now: Instant,
): Promise<Partial<RequestDocument>> {
  if (!shortens) return { changes: original.changes };
  if (original.state !== 'approved' || isShorteningCurrent(shortens, original)) return {};
  return shorteningOf(original, shortens.back ?? dayAfter(shortens), now);
}

/** Of requests from before the moment was stored, which ended whole days. */
const dayAfter = ({ period }: Shortening): Back => ({
  on: addDays(period.unit === 'hour' ? period.from : period.to, 1),
});
