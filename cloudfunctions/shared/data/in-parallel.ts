/**
 * Does `work` for all items, at most `limit` of them at once; results in the order of the items. After a failure no
 * further item begins, and what has begun is awaited, so that nothing goes on after the call.
 * @throws the first failure
 */
export async function inParallel<T, Result>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let [next, hasFailed] = [0, false];
  const lane = async () => {
    for (let at = next++; at < items.length && !hasFailed; at = next++)
      try {
        results[at] = await work(items[at] as T);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
  return results;
}
