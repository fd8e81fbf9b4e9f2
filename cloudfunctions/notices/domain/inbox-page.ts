import type { Instant } from '#contracts/common';
import type { Flow } from '#contracts/flow';
import type { InboxEntry, MessageEvent } from '#contracts/message';
import type { RequestState } from '#contracts/request';
import type { Employee } from '../../shared/kernel/employee';
import type { Message } from '../../shared/outbox/message';

/** The last entry of a page; the next page starts after it. */
export interface InboxCursor {
  readonly at: Instant;
  readonly id: string;
}

export const cursorOf = ({ at, _id }: Message): string => `${at}.${_id}`;

export function parseCursor(cursor: string): InboxCursor {
  const dot = cursor.indexOf('.');
  return { at: Number(cursor.slice(0, dot)) as Instant, id: cursor.slice(dot + 1) };
}

const isRead = ({ at }: Message, readUntil: Instant): boolean => at <= readUntil;

type Reader = Pick<Employee, '_id' | 'roles'>;

interface AskingRequest {
  readonly state: RequestState;
  readonly waitingFor: readonly string[];
  readonly flow?: Flow;
}

/** A message, and whether the request that it is about waits for somebody; null if it is about none. */
export type MessageWithRequest = readonly [message: Message, request: AskingRequest | null];

const CALLS_TO_DECIDE: readonly MessageEvent[] = ['request.waiting', 'request.urged', 'request.escalated'];

/** `handled`: the message asked for a decision, and the request does not wait for the reader any more. */
export function entryOf(
  [message, request]: MessageWithRequest,
  reader: Reader,
  readUntil: Instant,
): InboxEntry {
  const { _id, event, data, aboutId, at, period = null } = message;
  const waits = request?.state === 'pending' && waitsFor(request, reader);
  const handled = CALLS_TO_DECIDE.includes(event) && !waits;
  return { id: _id, event, data, aboutId, at, period, handled, read: isRead(message, readUntil) };
}

/** Who has lost the role that the steps of a strict flow name has no part in it any more. */
function waitsFor({ waitingFor, flow }: AskingRequest, { _id, roles }: Reader): boolean {
  if (!waitingFor.includes(_id)) return false;
  const asked = flow?.isStrict ? flow.steps.flatMap(({ approvers }) => approvers) : [];
  return !flow?.isStrict || asked.some((each) => each.by === 'role' && roles.includes(each.role));
}

/**
 * The number of unread messages, judged by the newest ones: null if all of them are unread and there are more.
 */
export function unreadCountOf(
  newest: readonly Message[],
  hasMore: boolean,
  readUntil: Instant,
): number | null {
  const unread = newest.filter((message) => !isRead(message, readUntil)).length;
  return hasMore && unread === newest.length ? null : unread;
}
