import { failureOf } from '../../../../services/client-error';
import { type InboxPage, loadInbox, markSeen } from '../../../../services/inbox';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { isOnline, onNetworkChange } from '../../../../services/network';
import { askForMessages, canAsk } from '../../../../services/subscribe';
import { showTitle } from '../../../../services/title';
import { companyOffset } from '../../../../services/today-data';
import { changedPaths } from '../../../../utils/changed-paths';
import { CHINA_OFFSET } from '../../../../utils/dates';
import { type InboxModel, inboxView } from './inbox.view';

const start: InboxModel = {
  items: null,
  next: null,
  failure: null,
  online: true,
  more: 'idle',
  canAsk: false,
  utcOffset: CHINA_OFFSET,
};

const ASKED = { allowed: 'inbox.asked', refused: 'inbox.refused', failed: 'inbox.askFailed' } as const;

Page({
  data: inboxView(start, words()),
  model: start,
  stops: [] as (() => void)[],

  onLoad() {
    this.model = { ...start, online: isOnline(), utcOffset: companyOffset() };
    this.stops = [
      onLanguageChange(() => this.relabel()),
      onNetworkChange((online) => this.onNetwork(online)),
    ];
    this.relabel();
    void this.load();
  },

  /** The signs of what is new stay while the person reads; leaving the page takes them away. */
  onHide() {
    this.seen();
  },

  onUnload() {
    this.seen();
    for (const stop of this.stops) stop();
  },

  relabel() {
    showTitle('titles.inbox');
    this.update({});
  },

  update(change: Partial<InboxModel>) {
    this.model = { ...this.model, ...change };
    const changes = changedPaths(this.data, inboxView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  seen() {
    const [newest] = this.model.items ?? [];
    if (newest && !newest.read) void markSeen(newest.at);
  },

  async load() {
    try {
      const page = await loadInbox();
      this.show(page, []);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'NOT_BOUND') navigate.binding();
      else this.update({ failure });
    }
  },

  show({ items, next }: InboxPage, before: NonNullable<InboxModel['items']>) {
    const all = [...before, ...items];
    this.update({ items: all, next, failure: null, more: 'idle', canAsk: canAsk(['result']) });
  },

  async onReachBottom() {
    const { items, next, more } = this.model;
    if (!items || next === null || more === 'loading') return;
    this.update({ more: 'loading' });
    try {
      this.show(await loadInbox(next), items);
    } catch (thrown) {
      failureOf(thrown);
      this.update({ more: 'failed' });
    }
  },

  onOpen(event: WechatMiniprogram.TouchEvent<never, never, { opens: string }>) {
    const { opens } = event.currentTarget.dataset;
    if (opens) navigate.request(opens);
  },

  async onAllow() {
    const asked = await askForMessages(['result']);
    if (asked === 'nothing') return;
    wx.showToast({ icon: 'none', duration: 3_000, title: words().t(ASKED[asked]) });
  },

  onNetwork(online: boolean) {
    this.update({ online });
    if (online) this.onRetry();
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
  },
});
