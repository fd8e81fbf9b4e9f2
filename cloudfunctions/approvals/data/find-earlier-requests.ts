import type { Instant } from '#contracts/common';
import type { RequestDocument } from '../domain/request/request';
import { requests } from './requests';

/** A request of one person as the rules of its kind compare a new one with it. */
type EarlierRequest = Pick<RequestDocument, '_id' | 'values' | 'submittedAt'>;

const MOST = 200;

/** The person's latest requests of a kind since then that are pending or approved and not cancelled, newest first. */
export async function findEarlierRequests(
  applicantId: string,
  kind: string,
  since: Instant,
): Promise<readonly EarlierRequest[]> {
  const found = await requests.listFields(
    ['values', 'submittedAt', 'kind', 'state', 'cancels'],
    (_) => ({ applicantId, submittedAt: _.gte(since) }),
    MOST,
    [['submittedAt', 'desc']],
  );
  return found.filter(
    (each) =>
      each.kind === kind && each.cancels === null && (each.state === 'pending' || each.state === 'approved'),
  );
}
