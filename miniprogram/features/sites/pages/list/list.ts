import '../../words/words';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { hasMoreSites, knownSites, loadMoreSites, loadSites } from '../../sites-data';
import { type ListModel, listView } from './list.view';

type RowTap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

const start: ListModel = { items: null, hasMore: false, failure: null, more: 'idle' };

const known = () => ({ items: knownSites(), hasMore: hasMoreSites(), more: 'idle' }) as const;

screen({
  title: 'titles.sites',
  start: () => start,
  view: listView,

  async load() {
    await loadSites();
    return known();
  },
  failed: (failure): Partial<ListModel> => ({ failure, more: 'idle' }),
  network: 'retry',

  on: {
    /** Shows what the editor saved after the person comes back. */
    onShow() {
      if (this.model.items) this.update({ items: knownSites() });
    },

    async onMore() {
      if (this.model.more === 'loading' || !this.model.hasMore) return;
      this.update({ more: 'loading' });
      await this.attempt(async () => {
        await loadMoreSites();
        return known();
      });
    },

    onReachBottom() {
      void this.onMore();
    },

    onAdd() {
      navigate.site();
    },

    onOpen(event: RowTap) {
      navigate.site(event.currentTarget.dataset.id);
    },

    onScreen(event: RowTap) {
      navigate.screen(event.currentTarget.dataset.id);
    },
  },
});
