import type { ActionShape } from '#contracts/common';
import type { FollowOnContracts } from '#contracts/follow-on';
import { callFunction } from '../platform/cloud';

/** How long the caller waits, ms; the called function continues after that. */
const TIMEOUT_MS = 1_500;

/**
 * Calls another function to do at once what its timer would otherwise do later: both work from the same
 * documents, so nothing is lost or done twice. A failure is logged and left to the timer; it never fails the
 * caller.
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
