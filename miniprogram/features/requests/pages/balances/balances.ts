import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { CHINA_OFFSET } from '../../../../utils/dates';
import { type BalancesModel, balancesView } from '../../balances.view';

const empty: BalancesModel = { data: null, failure: null, open: null, utcOffset: CHINA_OFFSET };

Page({
  data: balancesView(empty, words()),
  model: empty,
  stop: null as (() => void) | null,

  onLoad() {
    this.model = empty;
    this.stop = onLanguageChange(() => this.update({}));
    this.update({});
    void this.load();
  },

  onUnload() {
    this.stop?.();
  },

  update(change: Partial<BalancesModel>) {
    this.model = { ...this.model, ...change };
    showTitle('titles.balances');
    const changes = changedPaths(this.data, balancesView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load() {
    try {
      const { data } = await cloud.requests.balances({});
      this.update({ data, failure: null });
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    }
  },

  onOpen(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    const { id } = event.currentTarget.dataset;
    this.update({ open: this.model.open === id ? null : id });
  },

  /** What a line came from: the request, where one stands behind it. */
  onEntry(event: WechatMiniprogram.TouchEvent<never, never, { request: string }>) {
    const { request } = event.currentTarget.dataset;
    if (request) navigate.request(request);
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
  },
});
