import type { Page } from '#contracts/common';
import type { RequestCard, RequestState } from '#contracts/request';
import type { RequestKind } from '#contracts/request-type';
import type { RequestsContract } from '#contracts/requests';
import type { OfficeTodo } from '#contracts/today';
import { cloud } from './cloud';
import { noteTemplates } from './subscribe';

export type RequestList = 'waiting' | 'mine' | 'done' | 'cc';

/** Filter of the decided requests; null and '' match everything. */
export interface DoneSearch {
  readonly text: string;
  readonly state: RequestState | null;
  readonly kind: RequestKind | null;
}

/** The kinds that decided requests can be filtered by. */
export type RequestKinds = RequestsContract['done']['output']['kinds'];

export interface RequestPage extends Page<RequestCard> {
  /** Of the decided requests only. */
  readonly kinds?: RequestKinds;
  /** Number of requests that wait for the person. */
  readonly waiting: number;
  /** Of the first page of what waits and of the own ones: what else there is. */
  readonly office?: readonly OfficeTodo[];
}

/** A search scans 100 requests per page; it stops after this many pages without a match. */
const MAX_SEARCH_PAGES = 5;

async function loadPending(position: { cursor?: string }) {
  const answer = await cloud.requests.pending(position);
  noteTemplates(answer.data.templates);
  return answer;
}

const loadPage = async (
  list: RequestList,
  cursor: string | null,
  search: DoneSearch,
): Promise<RequestPage> => {
  const from = cursor ? { cursor } : {};
  const { text, state, kind } = search;
  const filters = { ...(text && { text }), ...(state && { state }), ...(kind && { kind }) };
  const calls = {
    waiting: () => loadPending(from),
    mine: () => cloud.requests.mine(from),
    done: () => cloud.requests.done({ ...from, ...filters }),
    cc: () => cloud.requests.cc(from),
  };
  const { data } = await calls[list]();
  const { items, next, counts, kinds, office } = data as typeof data & Pick<RequestPage, 'kinds' | 'office'>;
  return { items, next, waiting: counts.waiting, ...(kinds && { kinds }), ...(office && { office }) };
};

/**
 * Loads one page of a list. A search skips pages without matches, up to a limit: an empty page with `next` means that
 * older requests were not searched yet.
 * @throws ClientError
 */
export async function loadRequests(
  list: RequestList,
  cursor: string | null,
  search: DoneSearch,
): Promise<RequestPage> {
  let page = await loadPage(list, cursor, search);
  for (let pages = 1; pages < MAX_SEARCH_PAGES && page.items.length === 0 && page.next; pages += 1)
    page = await loadPage(list, page.next, search);
  return page;
}
