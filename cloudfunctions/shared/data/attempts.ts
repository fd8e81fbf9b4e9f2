import { AppError } from '../errors/app-error';

/**
 * Runs `attempt` until it answers something else than `conflict`, which says that somebody else changed the
 * same document in between.
 * @throws AppError BUSY after `count` conflicts in a row
 */
export async function attempts<T>(count: number, attempt: () => Promise<T | typeof conflict>): Promise<T> {
  for (let left = count; left > 0; left -= 1) {
    const result = await attempt();
    if (result !== conflict) return result;
  }
  throw new AppError('BUSY', {});
}

/** What an attempt answers to be run again. */
export const conflict: unique symbol = Symbol('conflict');
