import { AppError } from '../errors/app-error';

/**
 * Runs `attempt` until it returns anything but `conflict`, which means that the document was changed
 * concurrently.
 * @throws AppError BUSY after `count` conflicts in a row
 */
export async function retryOnConflict<T>(
  count: number,
  attempt: () => Promise<T | typeof conflict>,
): Promise<T> {
  for (let left = count; left > 0; left -= 1) {
    const result = await attempt();
    if (result !== conflict) return result;
  }
  throw new AppError('BUSY', {});
}

/** Return value of an attempt that has to be repeated. */
export const conflict: unique symbol = Symbol('conflict');
