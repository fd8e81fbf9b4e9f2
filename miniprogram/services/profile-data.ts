import type { MyProfile } from '../../typings/contracts/people';
import { ClientError } from './client-error';
import { cloud } from './cloud';
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

/** Binds this WeChat user by an invite code. @throws ClientError INVITE_INVALID, BIND_LIMIT, ALREADY_BOUND … */
export async function bindBy(code: string): Promise<MyProfile> {
  const { data } = await cloud.people.bind({ code });
  keepIfRoom('profile', data);
  return data;
}
