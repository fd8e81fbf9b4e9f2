import { maxLength, optional, pipe, regex, strictObject, string } from 'valibot';
import type { NoticesContract } from '#contracts/notices';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';
import { findInbox } from '../data/inboxes';
import { countUnread, findMessages } from '../data/messages';
import { cursorOf, entryOf, placeOf, unreadAmong } from '../domain/inbox-page';

const PAGE = 20;

const cursorText = pipe(string(), maxLength(200), regex(/^\d{1,15}[.]./));

/** The caller's messages. Two reads for a page; one more where it cannot tell how many are unread. */
export const listInbox = employeeAction<NoticesContract['inbox']>({
  input: strictObject({ cursor: optional(cursorText) }),
  allow: can('read', 'OwnInbox'),
  async run({ input: { cursor }, me }) {
    const after = cursor === undefined ? null : placeOf(cursor);
    const [{ readUntil }, found] = await Promise.all([
      findInbox(me._id),
      findMessages(me._id, after, PAGE + 1),
    ]);
    const page = found.slice(0, PAGE);
    const last = found.length > PAGE ? page.at(-1) : undefined;
    const unread = after ? null : unreadAmong(page, last !== undefined, readUntil);
    return {
      items: page.map((message) => entryOf(message, readUntil)),
      next: last ? cursorOf(last) : null,
      unread: unread ?? (await countUnread(me._id, readUntil)),
      templates: idsOf(templatesOf(process.env)),
    };
  },
});
