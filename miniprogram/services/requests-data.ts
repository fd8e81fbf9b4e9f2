import type { Page } from '#contracts/common';
import type { RequestCard, RequestState } from '#contracts/request';
import type { RequestKind } from '#contracts/request-type';
import type { RequestsContract } from '#contracts/requests';
import { cloud } from './cloud';
import { noteTemplates } from './subscribe';

export type RequestList = 'waiting' | 'mine' | 'done' | 'cc';

/** What is looked for among the decided requests; null and '' for everything. */
export interface DoneSearch {
  readonly text: string;
  readonly state: RequestState | null;
  readonly kind: RequestKind | null;
}

/** What decided requests can be narrowed down to. */
export type RequestKinds = RequestsContract['done']['output']['kinds'];

export interface RequestPage extends Page<RequestCard> {
  /** Of the decided requests only. */
  readonly kinds?: RequestKinds;
  /** How many wait for the person. */
  readonly waiting: number;
}

/** A search looks through a hundred requests at a time; so many times before it says that there is more behind. */
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
  const { items, next, counts, kinds } = data as typeof data & { readonly kinds?: RequestKinds };
  return { items, next, waiting: counts.waiting, ...(kinds && { kinds }) };
};

/**
 * One page of a list. A search goes on until it has found something, for a while: an empty page with `next` means
 * that older requests were not looked through yet.
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
