import type { Page, RequestCard } from '../../typings/contracts/requests';
import { cloud } from './cloud';

export type RequestList = 'waiting' | 'mine' | 'done' | 'cc';

export interface RequestPage extends Page<RequestCard> {
  /** How many wait for the person. */
  readonly waiting: number;
}

/** One page of a list; `text` searches what the person has decided. @throws ClientError */
export async function loadRequests(
  list: RequestList,
  cursor: string | null,
  text = '',
): Promise<RequestPage> {
  const from = cursor ? { cursor } : {};
  const ask = {
    waiting: () => cloud.requests.pending(from),
    mine: () => cloud.requests.mine(from),
    done: () => cloud.requests.done(text ? { ...from, text } : from),
    cc: () => cloud.requests.cc(from),
  };
  const { data } = await ask[list]();
  return { items: data.items, next: data.next, waiting: data.counts.waiting };
}

const PENDING_TAB = 1;

/** The number on the Pending tab. */
export function showBadge(waiting: number): void {
  const fail = () => undefined;
  if (waiting > 0)
    wx.setTabBarBadge({ index: PENDING_TAB, text: waiting > 99 ? '99+' : String(waiting), fail });
  else wx.removeTabBarBadge({ index: PENDING_TAB, fail });
}
