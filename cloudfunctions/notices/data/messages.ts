import type { Instant } from '#contracts/common';
import { requestsOfInbox } from '../../approvals/public-inbox';
import type { Message } from '../../shared/outbox/message';
import { messages } from '../../shared/outbox/outbox';
import type { InboxCursor, MessageWithRequest } from '../domain/inbox-page';

/** Messages to a person with the state of their requests, newest first, starting after `after`. One read. */
export function findMessages(
  employeeId: string,
  after: InboxCursor | null,
  limit: number,
): Promise<MessageWithRequest[]> {
  return messages.listWith(
    {
      where: (_) => {
        if (!after) return { to: employeeId };
        const { at, id } = after;
        const older = _.or([{ at: _.lt(at) }, { _id: _.lt(id) }]);
        // The instant is repeated outside of the `or`, so that the index can be used.
        return _.and([{ to: employeeId, at: _.lte(at) }, older]) as unknown as Record<string, unknown>;
      },
      limit,
      by: [
        ['at', 'desc'],
        ['_id', 'desc'],
      ],
    },
    { field: 'aboutId', other: requestsOfInbox, fields: ['state', 'waitingFor', 'flow'] },
  );
}

export const countUnread = (employeeId: string, readUntil: Instant): Promise<number> =>
  messages.count((_) => ({ to: employeeId, at: _.gt(readUntil) }));

/** At most 1,000. */
export const findMessagesById = (ids: readonly string[]): Promise<Message[]> => messages.byIds(ids);

/** Messages whose subscribe messages have not all been tried, oldest first. */
export const findDueMessages = (limit: number): Promise<Message[]> =>
  messages.list(() => ({ delivery: 'due' }), limit, [['at', 'asc']]);

export async function markDelivered(id: string): Promise<void> {
  await messages.updateWhere(
    () => ({ _id: id, delivery: 'due' }),
    () => ({ delivery: 'done' }),
  );
}
