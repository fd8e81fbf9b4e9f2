import { errorText } from '../../locales/error-text';
import { type Failure, failureOf } from '../../services/client-error';
import { words } from '../../services/language';
import { navigate } from '../../services/navigate';
import { type CardAction, sendAction } from '../../services/request-actions';
import { type DoneSearch, loadRequests } from '../../services/requests-data';
import { setWaitingCount } from '../../services/waiting';
import {
  afterAction,
  allChosen,
  emptyList,
  hasMoreToChoose,
  type ListModel,
  type PendingModel,
  type Segment,
  type SheetModel,
  stillChosen,
  unsentIds,
} from './pending.model';

/** Delay after typing before a search, ms. */
const SEARCH_DEBOUNCE_MS = 500;

interface ListsDependencies {
  model(): PendingModel;
  update(change: Partial<PendingModel>): void;
}

/** Loads, pages, searches and refreshes the four lists, and sends actions that cannot be undone. */
export function createLists({ model, update }: ListsDependencies) {
  const setList = (segment: Segment, change: Partial<ListModel>, more: Partial<PendingModel> = {}): void => {
    const { lists } = model();
    update({ ...more, lists: { ...lists, [segment]: { ...lists[segment], ...change } } });
  };

  async function refresh(): Promise<void> {
    const { segment, search } = model();
    try {
      const page = await loadRequests(segment, null, search);
      if (search !== model().search) return;
      setWaitingCount(page.waiting);
      const gone = segment === 'waiting' ? unsentIds(model()) : model().gone;
      const chosen = stillChosen(model(), page.items);
      const list = { cards: page.items, next: page.next, failure: null };
      const { kinds, office } = { ...model(), ...page };
      setList(segment, list, { waitingCount: page.waiting, gone, chosen, kinds, office });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'NOT_BOUND') navigate.binding();
      else setList(segment, { failure });
    }
  }

  const pagesUnderWay = new Map<Segment, Promise<void>>();

  /** Loads the next page, or waits for the one that is loaded already. */
  function loadMore(): Promise<void> {
    const { segment } = model();
    const page = pagesUnderWay.get(segment) ?? loadNext().finally(() => pagesUnderWay.delete(segment));
    pagesUnderWay.set(segment, page);
    return page;
  }

  async function loadNext(): Promise<void> {
    const { segment, search, lists } = model();
    const { cards, next } = lists[segment];
    if (!cards || !next) return;
    setList(segment, { loadingMore: true });
    try {
      const page = await loadRequests(segment, next, search);
      // The search has changed during the load; the page is discarded.
      if (search !== model().search) return;
      // A refresh during the load knows more; the page behind it is loaded at the next scroll.
      const { cards: shown, next: continues } = model().lists[segment];
      if (!shown || continues !== next) {
        setList(segment, { loadingMore: false });
        return;
      }
      const known = new Set(shown.map(({ id }) => id));
      const added = page.items.filter(({ id }) => !known.has(id));
      setList(segment, { cards: [...shown, ...added], next: page.next, loadingMore: false });
    } catch (thrown) {
      setList(segment, { failure: failureOf(thrown), loadingMore: false });
    }
  }

  /** Loads the pages that are not loaded yet, as far as all may be selected, and selects them. */
  async function chooseAll(): Promise<void> {
    update({ choosingAll: true });
    while (model().choosingAll && hasMoreToChoose(model())) {
      const before = model().lists.waiting.next;
      await loadMore();
      if (model().lists.waiting.next === before) break;
    }
    if (model().choosingAll) update({ choosingAll: false, chosen: allChosen(model()) });
  }

  function retry(): void {
    setList(model().segment, { failure: null });
    void refresh();
  }

  let searchTimer = 0;
  /** Drops a search that has not begun. */
  const stop = (): void => clearTimeout(searchTimer);

  /** Searches once the typing has ended. */
  function searchSoon(change: Partial<DoneSearch>): void {
    stop();
    searchTimer = setTimeout(() => searchFor(change), SEARCH_DEBOUNCE_MS) as unknown as number;
  }

  function searchFor(change: Partial<DoneSearch>): void {
    stop();
    const search = { ...model().search, ...change };
    if (JSON.stringify(search) === JSON.stringify(model().search)) return;
    update({ search, lists: { ...model().lists, done: emptyList } });
    void refresh();
  }

  type Card = SheetModel['cards'][number];

  /** Sends an action that cannot be undone, and says so; what has changed. */
  async function sent(card: Card, action: CardAction): Promise<Partial<PendingModel>> {
    await sendAction(card, action);
    wx.vibrateShort({ type: 'light', fail: () => undefined });
    wx.showToast({ title: words().t(`pending.sent.${action.verb}`), icon: 'none' });
    return action.verb === 'add-signer' ? {} : afterAction(model(), card.id, null);
  }

  /** Says what was refused about a card; one that somebody has decided leaves the list, so that it is said beside it. */
  function refused(card: Card, failure: Failure): Partial<PendingModel> {
    if (failure.code === 'REQUEST_CHANGED' || failure.code === 'MAYBE_SENT')
      wx.showToast({ title: errorText(failure, words()), icon: 'none' });
    return afterAction(model(), card.id, failure);
  }

  /** Sends an action that cannot be undone, then refreshes the list. */
  async function send(card: Card, action: CardAction): Promise<void> {
    try {
      update(await sent(card, action));
      await refresh();
    } catch (thrown) {
      const failure = failureOf(thrown);
      update(refused(card, failure));
      if (failure.code === 'REQUEST_CHANGED') await refresh();
    }
  }

  return { refresh, loadMore, chooseAll, retry, searchFor, searchSoon, stop, send, sent, refused };
}
