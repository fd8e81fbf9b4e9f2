import type { Instant } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import type { RequestDocument } from '../domain/request/request';
import { requests } from './requests';

/** The fields of `requests` that a report shows. */
export type SubmittedRequest = Pick<
  RequestCard,
  | 'kind'
  | 'typeName'
  | 'title'
  | 'state'
  | 'period'
  | 'amountMinutes'
  | 'amountFen'
  | 'reason'
  | 'submittedAt'
  | 'decidedAt'
> &
  Pick<RequestDocument, '_id' | 'applicantId' | 'spanFrom' | 'timeline' | 'values'>;

const PAGE_SIZE = 1_000;
/** Applicants per query, so that it is served by the index. */
const MAX_APPLICANTS = 50;

/**
 * Requests of these people submitted from `from` until before `to`, sorted by person and time. Not those with a strict flow,
 * which nobody knows of who is not asked.
 */
export async function findSubmittedRequests(
  applicantIds: readonly string[],
  from: Instant,
  to: Instant,
): Promise<SubmittedRequest[]> {
  const found: SubmittedRequest[] = [];
  for (let start = 0; start < applicantIds.length; start += MAX_APPLICANTS)
    found.push(...(await findAll(applicantIds.slice(start, start + MAX_APPLICANTS), from, to)));
  return found;
}

async function findAll(ids: readonly string[], from: Instant, to: Instant): Promise<SubmittedRequest[]> {
  const all: SubmittedRequest[] = [];
  for (let after = ''; ; after = all.at(-1)?._id ?? '') {
    const page = await requests.list(
      (_) => ({
        applicantId: _.in([...ids]),
        submittedAt: _.gte(from).and(_.lt(to)),
        'flow.isStrict': _.neq(true),
        _id: _.gt(after),
      }),
      PAGE_SIZE,
      [['_id', 'asc']],
    );
    all.push(...page);
    if (page.length < PAGE_SIZE) return all.sort(byPersonAndTime);
  }
}

const byPersonAndTime = (one: SubmittedRequest, other: SubmittedRequest): number =>
  one.applicantId.localeCompare(other.applicantId) || one.submittedAt - other.submittedAt;
