import type { Instant } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import { requests } from './requests';

/** Of a document of `requests`, what a list of them shows. */
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
> & { readonly _id: string; readonly applicantId: string };

/** Of one read. */
const PAGE_SIZE = 1_000;
/** Whose requests are looked for together: an index serves that many. */
const MAX_APPLICANTS = 50;

/** What these people have sent from `from` until before `to`, by person and then by time. */
export async function findSubmittedRequests(
  applicantIds: readonly string[],
  from: Instant,
  to: Instant,
): Promise<SubmittedRequest[]> {
  const found: SubmittedRequest[] = [];
  for (let at = 0; at < applicantIds.length; at += MAX_APPLICANTS)
    found.push(...(await findAll(applicantIds.slice(at, at + MAX_APPLICANTS), from, to)));
  return found;
}

async function findAll(ids: readonly string[], from: Instant, to: Instant): Promise<SubmittedRequest[]> {
  const all: SubmittedRequest[] = [];
  for (let after = ''; ; after = all.at(-1)?._id ?? '') {
    const page = await requests.list(
      (_) => ({
        applicantId: _.in([...ids]),
        submittedAt: _.gte(from).and(_.lt(to)),
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
