import type { MyProfile } from '#contracts/person';
import { ClientError, failureOf } from './client-error';
import { cloud } from './cloud';
import { askForUnread } from './inbox';
import { forget, keepIfRoom, kept } from './store';

/** The person's profile as this phone last saw it, or null. */
export const keptProfile = (): MyProfile | null => kept('profile');

/** @throws ClientError; NOT_BOUND if this WeChat user has no employee */
export async function loadProfile(): Promise<MyProfile> {
  const { data } = await cloud.people.me({});
  if (data.state === 'unbound') {
    forget('profile');
    throw new ClientError('NOT_BOUND');
  }
  keepIfRoom('profile', data.me);
  return data.me;
}

/** The same and, in the same call, how many messages are unread. @throws ClientError */
export async function loadProfileAndUnread(): Promise<MyProfile> {
  try {
    const { me } = await askForUnread(() => cloud.notices.me({}));
    keepIfRoom('profile', me);
    return me;
  } catch (thrown) {
    if (failureOf(thrown).code === 'NOT_BOUND') forget('profile');
    throw thrown;
  }
}

/** Binds this WeChat user by an invite code. @throws ClientError INVITE_INVALID, BIND_LIMIT, ALREADY_BOUND … */
export async function bindBy(code: string): Promise<MyProfile> {
  const { data } = await cloud.people.bind({ code });
  keepIfRoom('profile', data);
  return data;
}
