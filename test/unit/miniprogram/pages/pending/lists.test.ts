import { fakePhone, loadService } from '../../support/phone';

interface List {
  readonly cards: readonly { readonly id: string }[] | null;
  readonly next: string | null;
  readonly loadingMore: boolean;
}
interface Model {
  readonly chosen: readonly string[] | null;
  readonly lists: Readonly<Record<'waiting', List>>;
}
interface Lists {
  refresh(): Promise<void>;
  loadMore(): Promise<void>;
  chooseAll(): Promise<void>;
}

let replies: ((page: object) => void)[] = [];
let model: Model;
let lists: Lists;

const page = (ids: readonly string[], next: string | null) => ({
  items: ids.map((id) => ({ id })),
  next,
  counts: { waiting: 3 },
  templates: {},
});
const shown = () => ({ ids: model.lists.waiting.cards?.map(({ id }) => id), next: model.lists.waiting.next });
const settled = () => new Promise(setImmediate);

/** Pending, with every call of the cloud waiting for the test. */
beforeEach(async () => {
  jest.resetModules();
  replies = [];
  fakePhone({
    setTabBarBadge: () => undefined,
    removeTabBarBadge: () => undefined,
    cloud: {
      callFunction: () =>
        new Promise((resolve) => {
          replies.push((data) => resolve({ result: { ok: true, data, now: 1 } }));
        }),
    },
  });
  const { emptyModel } = loadService<{ emptyModel: Model }>('pages/pending/pending.model');
  const { createLists } = loadService<{ createLists(of: object): Lists }>('pages/pending/lists');
  model = emptyModel;
  lists = createLists({
    model: () => model,
    update: (change: Partial<Model>) => {
      model = { ...model, ...change };
    },
  });
  const first = lists.refresh();
  await settled();
  replies[0]?.(page(['a', 'b'], 'after-b'));
  await first;
});

test('the next page comes behind the cards that are there', async () => {
  const more = lists.loadMore();
  await settled();
  replies[1]?.(page(['b', 'c'], null));
  await more;
  expect(shown()).toEqual({ ids: ['a', 'b', 'c'], next: null });
});

test('a card that a refresh has taken away does not come back with the next page', async () => {
  const more = lists.loadMore();
  const fresh = lists.refresh();
  await settled();
  replies[2]?.(page(['b', 'c'], 'after-c'));
  await fresh;
  replies[1]?.(page(['c'], null));
  await more;
  expect(shown()).toEqual({ ids: ['b', 'c'], next: 'after-c' });
  expect(model.lists.waiting.loadingMore).toBe(false);
});

test('whoever selects all gets those of the pages that are not loaded too, also of one on its way', async () => {
  model = { ...model, chosen: [] };
  void lists.loadMore();
  const all = lists.chooseAll();
  await settled();
  replies[1]?.(page(['c'], 'after-c'));
  await settled();
  replies[2]?.(page(['d'], null));
  await all;
  expect(model.chosen).toEqual(['a', 'b', 'c', 'd']);
});

test('what is no longer loaded after a refresh is no longer selected', async () => {
  model = { ...model, chosen: ['a', 'b'] };
  const fresh = lists.refresh();
  await settled();
  replies[1]?.(page(['b', 'c'], null));
  await fresh;
  expect(model.chosen).toEqual(['b']);
});
