import { maxLength, optional, pipe, regex, strictObject, string } from 'valibot';
import type { NoticesContract } from '#contracts/notices';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';
import { findInbox } from '../data/inboxes';
import { countUnread, findMessages } from '../data/messages';
import { cursorOf, entryOf, parseCursor, unreadCountOf } from '../domain/inbox-page';

const PAGE_SIZE = 20;

const cursorText = pipe(string(), maxLength(200), regex(/^\d{1,15}[.][\x21-\x7e]+$/));

/** The caller's messages. Two reads per page, plus one if the page does not determine the unread count. */
export const listInbox = employeeAction<NoticesContract['inbox']>({
  input: strictObject({ cursor: optional(cursorText) }),
  allow: can('read', 'OwnInbox'),
  async run({ input: { cursor }, me }) {
    const after = cursor === undefined ? null : parseCursor(cursor);
    const [{ readUntil }, found] = await Promise.all([
      findInbox(me._id),
      findMessages(me._id, after, PAGE_SIZE + 1),
    ]);
    const page = found.slice(0, PAGE_SIZE);
    const shown = page.map(([message]) => message);
    const last = found.length > PAGE_SIZE ? shown.at(-1) : undefined;
    const unread = after ? null : unreadCountOf(shown, last !== undefined, readUntil);
    return {
      items: page.map((found) => entryOf(found, me, readUntil)),
      next: last ? cursorOf(last) : null,
      unread: unread ?? (await countUnread(me._id, readUntil)),
      templates: idsOf(templatesOf(process.env)),
    };
  },
});
