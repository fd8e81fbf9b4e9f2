import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { type NewModel, newView } from '../../new.view';

const empty: NewModel = { start: null, failure: null };

Page({
  data: newView(empty, words()),
  model: empty,
  stop: null as (() => void) | null,

  onLoad() {
    this.model = empty;
    this.stop = onLanguageChange(() => this.update({}));
    this.update({});
  },

  onShow() {
    void this.load();
  },

  onUnload() {
    this.stop?.();
  },

  update(change: Partial<NewModel>) {
    this.model = { ...this.model, ...change };
    showTitle('titles.newRequest');
    const changes = changedPaths(this.data, newView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load() {
    try {
      const { data } = await cloud.requests.start({});
      this.update({ start: data, failure: null });
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    }
  },

  onType(event: WechatMiniprogram.TouchEvent<never, never, { type: string }>) {
    navigate.requestForm(event.currentTarget.dataset.type);
  },

  onBalances() {
    navigate.balances();
  },

  onDelegate() {
    navigate.delegate();
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
  },
});
