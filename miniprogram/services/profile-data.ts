import type { MyProfile } from '#contracts/person';
import { ClientError } from './client-error';
import { cloud } from './cloud';
import { loadWithUnread } from './inbox';
import { forgetPerson, readStored, writeIfRoom } from './store';

/** The person's profile as cached on this phone, or null. */
export const cachedProfile = (): MyProfile | null => readStored('profile');

/** @throws ClientError; NOT_BOUND if this WeChat user has no employee */
export async function loadProfile(): Promise<MyProfile> {
  const { data } = await cloud.people.me({});
  if (data.state === 'unbound') {
    forgetPerson();
    throw new ClientError('NOT_BOUND');
  }
  writeIfRoom('profile', data.me);
  return data.me;
}

/** Loads the profile and the unread count in one call. @throws ClientError */
export async function loadProfileAndUnread(): Promise<MyProfile> {
  const { me } = await loadWithUnread(() => cloud.notices.me({}));
  writeIfRoom('profile', me);
  return me;
}

/** Binds this WeChat user by an invite code. @throws ClientError INVITE_INVALID, BIND_LIMIT, ALREADY_BOUND … */
export async function bindBy(code: string): Promise<MyProfile> {
  const { data } = await cloud.people.bind({ code });
  writeIfRoom('profile', data);
  return data;
}
