import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';

/** A one-time code for one employee. `_id` is the SHA-256 of the code; the code itself is kept nowhere. */
export interface Invite {
  readonly _id: string;
  /** One invite per employee (unique index). */
  readonly employeeId: string;
  readonly expiresAt: Instant;
  /** OPENID of the WeChat user who took it; null while it is free. */
  readonly usedBy: string | null;
}

const invites = collection<Invite>('invites');

export const findInvite = (hash: string): Promise<Invite | null> => invites.byId(hash);

/** `duplicate`: the employee has an invite that was made at the same moment. */
export const addInvite = (invite: Invite): Promise<'added' | 'duplicate'> => invites.add(invite);

export const removeInvites = (employeeId: string): Promise<number> => invites.removeWhere({ employeeId });

/** Takes a free invite for a WeChat user: of two at once one gets it, and who has it may take it again. */
export async function takeInvite(hash: string, openid: string): Promise<boolean> {
  const taken = await invites.updateWhere(
    () => ({ _id: hash, usedBy: null }),
    () => ({ usedBy: openid }),
  );
  return taken === 1 || (await invites.byId(hash))?.usedBy === openid;
}
