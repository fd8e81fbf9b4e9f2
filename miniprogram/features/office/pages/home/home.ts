import { failureOf } from '../../../../services/client-error';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { keptProfile, loadProfile } from '../../../../services/profile-data';
import { showTitle } from '../../../../services/title';
import { homeView } from './home.view';

Page({
  data: homeView(null, words()),
  stop: null as (() => void) | null,

  onLoad() {
    this.stop = onLanguageChange(() => this.paint());
    this.paint();
    // The page is opened from Me, which has just read the profile; only a link from elsewhere comes without.
    if (!keptProfile()) void this.load();
  },

  onUnload() {
    this.stop?.();
  },

  async load() {
    try {
      this.paint(await loadProfile());
    } catch (thrown) {
      if (failureOf(thrown).code === 'NOT_BOUND') navigate.binding();
    }
  },

  paint(profile = keptProfile()) {
    showTitle('titles.office');
    this.setData(homeView(profile, words()));
  },

  onOpen(event: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    navigate.to(event.currentTarget.dataset.url);
  },
});
