import type { Instant } from '#contracts/common';
import { cursorOf, parseCursor, unreadCountOf } from '../../../../cloudfunctions/notices/domain/inbox-page';
import type { Message } from '../../../../cloudfunctions/shared/outbox/message';

const message = (at: number): Message => ({ _id: `m.${at}`, at: at as Instant }) as Message;
const read = (until: number) => until as Instant;

test('a cursor leads back to its place, whatever the id holds', () => {
  expect(parseCursor(cursorOf(message(12)))).toEqual({ at: 12, id: 'm.12' });
});

test.each([
  ['all read', [3, 2], true, 3, 0],
  ['some read', [3, 2], true, 2, 1],
  ['none read, no more', [3, 2], false, 0, 2],
  ['none read, and more', [3, 2], true, 0, null],
  ['nothing', [], false, 0, 0],
] as const)('%s', (_, at, hasMore, until, unread) => {
  expect(unreadCountOf(at.map(message), hasMore, read(until))).toBe(unread);
});
