import { inParallel } from '../../../../cloudfunctions/shared/data/in-parallel';

test('all are done, a few at once, and answered in order', async () => {
  let [running, most] = [0, 0];
  const doubled = await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 8 - item));
    running -= 1;
    return item * 2;
  });
  expect(doubled).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(most).toBe(3);
});

test('after a failure nothing more begins, and what has begun has ended', async () => {
  const [begun, ended]: [number[], number[]] = [[], []];
  const work = async (item: number) => {
    begun.push(item);
    if (item === 2) throw new Error('no');
    await new Promise((resolve) => setTimeout(resolve, 5));
    ended.push(item);
  };
  await expect(inParallel([1, 2, 3, 4], 2, work)).rejects.toThrow('no');
  expect([begun, ended]).toEqual([[1, 2], [1]]);
});

test('of nothing there is nothing to do', async () => {
  expect(await inParallel([], 3, () => Promise.reject(new Error('never')))).toEqual([]);
});
