import { takeFaults } from '../../../../cloudfunctions/shared/faults/fault';
import { eachDue } from '../../../../cloudfunctions/shared/kernel/each-due';
import { fairOrder } from '../../../../cloudfunctions/shared/kernel/fair-order';

const item = (owner: string, n: number) => ({ _id: `${owner}-${n}`, owner });
const of = (owner: string, count: number) => Array.from({ length: count }, (_, n) => item(owner, n));
const soon = () => performance.now() + 60_000;
type Owned = ReturnType<typeof item>;
const ownerOf = ({ owner }: Owned) => owner;
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  takeFaults();
});

test('four hundred items of one person delay another one’s first by one', () => {
  const order = fairOrder([...of('A', 400), ...of('B', 2)], ownerOf);
  expect(order.slice(0, 4).map(({ _id }) => _id)).toEqual(['A-0', 'B-0', 'A-1', 'B-1']);
  expect(order).toHaveLength(402);
});

/** Items that leave the store when they are handled, but for those that fail. */
async function work(items: { _id: string; owner: string }[], failing: readonly string[], deadline = soon()) {
  const left = new Map(items.map((each) => [each._id, each]));
  const handled: string[] = [];
  const tally = await eachDue<Owned>({
    collection: 'requests',
    find: async (limit) => [...left.values()].slice(0, limit),
    ownerOf,
    handle: async ({ _id }) => {
      if (failing.includes(_id)) throw new TypeError('undefined is not a list');
      handled.push(_id);
      left.delete(_id);
    },
    deadline,
  });
  return { tally, handled };
}

test('all that is due is worked off, not only the first page', async () => {
  const { tally } = await work(of('A', 2_500), []);
  expect(tally).toEqual({ handled: 2_500 });
});

test('an item that fails is named and left; those behind it are handled', async () => {
  const { tally, handled } = await work([...of('A', 3), ...of('B', 1)], ['A-0']);
  expect(tally).toEqual({ handled: 3, failed: 1 });
  expect(handled).toEqual(['B-0', 'A-1', 'A-2']);
  expect(takeFaults()).toEqual([{ collection: 'requests', document: 'A-0', field: '', rule: 'failed' }]);
});

test('nothing begins after the deadline', async () => {
  expect((await work(of('A', 5), [], performance.now())).tally).toEqual({ handled: 0 });
});
