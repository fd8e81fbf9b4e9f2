import type { Language } from '../../../typings/contracts/common';
import { failureOf } from '../../services/client-error';
import { onUnreadChange, unreadCount } from '../../services/inbox';
import { chooseLanguage, language, onLanguageChange, words } from '../../services/language';
import { navigate } from '../../services/navigate';
import { isOnline, onNetworkChange } from '../../services/network';
import { keptProfile, loadProfileAndUnread } from '../../services/profile-data';
import { drawTabs } from '../../services/tabs';
import { showTitle } from '../../services/title';
import { changedPaths } from '../../utils/changed-paths';
import { type MeModel, meView } from './me.view';

const unknown: MeModel = { profile: null, failure: null, online: true, choosing: false, unread: 0 };

Page({
  data: meView(unknown, words()),
  model: unknown,
  stops: [] as (() => void)[],

  onLoad() {
    this.model = { ...unknown, profile: keptProfile(), online: isOnline(), unread: unreadCount() };
    this.paint();
    this.stops = [
      onLanguageChange(() => this.relabel()),
      onNetworkChange((online) => this.onNetwork(online)),
      onUnreadChange((unread) => this.update({ unread })),
    ];
  },

  onShow() {
    showTitle('titles.me');
    drawTabs();
    void this.refresh();
  },

  onUnload() {
    for (const stop of this.stops) stop();
  },

  update(change: Partial<MeModel>) {
    this.model = { ...this.model, ...change };
    this.paint();
  },

  paint() {
    const changes = changedPaths(this.data, meView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  relabel() {
    showTitle('titles.me');
    this.paint();
  },

  async refresh() {
    try {
      this.update({ profile: await loadProfileAndUnread(), failure: null });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'NOT_BOUND') navigate.binding();
      else this.update(failure.code === 'ACCESS_ENDED' ? { failure, profile: null } : { failure });
    }
  },

  onNetwork(online: boolean) {
    this.update({ online });
    if (online) void this.refresh();
  },

  onRetry() {
    void this.refresh();
  },

  onInbox() {
    navigate.inbox();
  },

  onBalances() {
    navigate.balances();
  },

  onMonth() {
    navigate.month();
  },

  onOffice() {
    navigate.office();
  },

  onAbout() {
    navigate.about();
  },

  onLanguage() {
    this.update({ choosing: true });
  },

  onLanguageClose() {
    this.update({ choosing: false });
  },

  async onChoose(event: WechatMiniprogram.TouchEvent<never, never, { language: Language }>) {
    const chosen = event.currentTarget.dataset.language;
    this.update({ choosing: false });
    if (chosen === language()) return;
    const failure = await chooseLanguage(chosen);
    if (failure) wx.showToast({ icon: 'none', duration: 3_000, title: words().t('me.languageUnsynced') });
  },
});
