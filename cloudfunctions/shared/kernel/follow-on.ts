import type { ActionShape } from '#contracts/common';
import type { FollowOnContracts } from '#contracts/follow-on';
import { callFunction } from '../platform/cloud';

/** How long a person waits for what follows from their tap, ms; it goes on by itself after that. */
const TIMEOUT_MS = 1_500;

/**
 * Has another function do at once what its timer would make up for later: the same documents tell both, so nothing is
 * lost and nothing happens twice. A failure is logged and left to the timer; it never fails the caller.
 */
export async function followOn<
  F extends keyof FollowOnContracts,
  A extends keyof FollowOnContracts[F] & string,
>(
  name: F,
  action: A,
  input: FollowOnContracts[F][A] extends ActionShape ? FollowOnContracts[F][A]['input'] : never,
): Promise<void> {
  try {
    const reply = await callFunction(name, { action, input }, TIMEOUT_MS);
    if (!reply.ok) console.error('FOLLOW_ON_FAILED', name, action, reply.error.code);
  } catch (error) {
    console.error('FOLLOW_ON_FAILED', name, action, error);
  }
}
