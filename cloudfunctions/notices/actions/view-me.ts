import { strictObject } from 'valibot';
import type { NoticesContract } from '#contracts/notices';
import { findProfile } from '../../people/public-contact';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';
import { findInbox } from '../data/inboxes';
import { countUnread } from '../data/messages';

const rights = [can('read', 'OwnProfile'), can('read', 'OwnInbox')];

/** Data of the Me page in one call. Two reads on a warm instance. */
export const viewMe = employeeAction<NoticesContract['me']>({
  input: strictObject({}),
  allow: (caller) => {
    for (const check of rights) check(caller);
  },
  async run({ me: caller, now }) {
    const [profile, unread] = await Promise.all([findProfile(caller, now), unreadOf(caller._id)]);
    return { me: profile, unread, templates: idsOf(templatesOf(process.env)) };
  },
});

async function unreadOf(employeeId: string): Promise<number> {
  const { readUntil } = await findInbox(employeeId);
  return countUnread(employeeId, readUntil);
}
