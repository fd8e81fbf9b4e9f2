import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { retained } from '../../shared/retention/retained';

/** A one-time code for one employee. `_id` is the SHA-256 of the code; the code itself is not stored. */
export interface Invite {
  readonly _id: string;
  /** One invite per employee (unique index). */
  readonly employeeId: string;
  readonly expiresAt: Instant;
  /** OPENID of the WeChat user who used it; null while unused. */
  readonly usedBy: string | null;
}

export const invites = collection<Invite>('invites');

export const findInvite = (hash: string): Promise<Invite | null> => invites.byId(hash);

/** `duplicate`: another invite of the employee was created concurrently. */
export const addInvite = (invite: Invite): Promise<'added' | 'duplicate'> => invites.add(invite);

/** Removes the invites of several employees in one call. */
export const removeInvitesOf = async (employeeIds: readonly string[]): Promise<void> => {
  await invites.removeWhere((_) => ({ employeeId: _.in([...employeeIds]) }));
};

export const removeInvites = (employeeId: string): Promise<number> =>
  invites.removeWhere(() => ({ employeeId }));

/**
 * Marks an unused invite as used by a WeChat user: of two concurrent calls one succeeds, and repeating it
 * succeeds.
 */
export async function takeInvite(hash: string, openid: string): Promise<boolean> {
  const taken = await invites.updateWhere(
    () => ({ _id: hash, usedBy: null }),
    () => ({ usedBy: openid }),
  );
  return taken === 1 || (await invites.byId(hash))?.usedBy === openid;
}

/** A month after it ended nobody asks what became of a code, used or not; who was bound is in `bindings`. */
export const retainedInvites = retained(invites, 30, 'expiresAt', (_, { instant }) => ({
  expiresAt: _.lt(instant),
}));
