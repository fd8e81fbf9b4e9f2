import { failureOf } from '../../../../services/client-error';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { onNetworkChange } from '../../../../services/network';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { hasMoreSites, knownSites, loadMoreSites, loadSites } from '../../sites-data';
import { type ListModel, listView } from './list.view';

type RowTap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

const start: ListModel = { items: null, hasMore: false, failure: null, more: 'idle' };

Page({
  data: listView(start, words()),
  model: start,
  stops: [] as (() => void)[],

  onLoad() {
    this.model = start;
    this.stops = [
      onLanguageChange(() => this.relabel()),
      onNetworkChange((online) => this.onNetwork(online)),
    ];
    this.relabel();
    void this.read(loadSites);
  },

  /** What the editor has saved is here when the person comes back. */
  onShow() {
    if (this.model.items) this.update({ items: knownSites() });
  },

  onUnload() {
    for (const stop of this.stops) stop();
  },

  async onPullDownRefresh() {
    await this.read(loadSites);
    wx.stopPullDownRefresh();
  },

  relabel() {
    showTitle('titles.sites');
    this.update({});
  },

  update(change: Partial<ListModel>) {
    this.model = { ...this.model, ...change };
    const changes = changedPaths(this.data, listView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async read(load: () => Promise<void>) {
    try {
      await load();
      this.update({ items: knownSites(), hasMore: hasMoreSites(), failure: null, more: 'idle' });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'NOT_BOUND') navigate.binding();
      else this.update({ failure, more: 'idle' });
    }
  },

  async onMore() {
    if (this.model.more === 'loading' || !this.model.hasMore) return;
    this.update({ more: 'loading' });
    await this.read(loadMoreSites);
  },

  onReachBottom() {
    void this.onMore();
  },

  onNetwork(online: boolean) {
    if (online && this.model.failure) this.onRetry();
  },

  onRetry() {
    this.update({ failure: null });
    void this.read(loadSites);
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
});
