import { integer, minValue, number, pipe, strictObject, transform } from 'valibot';
import type { Instant } from '#contracts/common';
import type { NoticesContract } from '#contracts/notices';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findInbox, moveReadUntil } from '../data/inboxes';
import { countUnread } from '../data/messages';

const instant = pipe(
  number(),
  integer(),
  minValue(0),
  transform((value) => value as Instant),
);

/** Marks everything up to an instant as read, in one write. Future instants are clamped to now. */
export const markRead = employeeAction<NoticesContract['markRead']>({
  input: strictObject({ until: instant }),
  allow: can('update', 'OwnInbox'),
  async run({ input, me, now }) {
    const until = Math.min(input.until, now) as Instant;
    const moved = await moveReadUntil(me._id, until);
    const readUntil = moved ?? (await findInbox(me._id)).readUntil;
    return { unread: await countUnread(me._id, readUntil) };
  },
});
