import type { Instant } from '#contracts/common';
import {
  cursorOf,
  entryOf,
  parseCursor,
  unreadCountOf,
} from '../../../../cloudfunctions/notices/domain/inbox-page';
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

const READER = { _id: 'E1', roles: ['employee'] as const };

describe('a call to decide', () => {
  const asked = { ...message(1), event: 'request.waiting' } as Message;
  const handled = (state: 'pending' | 'approved' | 'withdrawn', ...waitingFor: string[]) =>
    entryOf([asked, { state, waitingFor }], READER, read(0)).handled;

  test('stands as long as the request waits for the reader', () => {
    expect(handled('pending', 'E2', 'E1')).toBe(false);
    expect(handled('pending', 'E2')).toBe(true);
    expect(handled('approved')).toBe(true);
    expect(handled('withdrawn', 'E1')).toBe(true);
    expect(entryOf([asked, null], READER, read(0)).handled).toBe(true);
  });
  test('is nothing that a result or a copy is', () => {
    const result = { ...asked, event: 'request.approved' } as Message;
    expect(entryOf([result, { state: 'approved', waitingFor: [] }], READER, read(0)).handled).toBe(false);
  });
});
