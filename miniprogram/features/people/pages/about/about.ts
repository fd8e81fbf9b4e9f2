import { onLanguageChange, words } from '../../../../services/language';
import { showTitle } from '../../../../services/title';
import { aboutView } from './about.view';

Page({
  data: aboutView('', words()),
  stop: null as (() => void) | null,

  onLoad() {
    this.stop = onLanguageChange(() => this.paint());
    this.paint();
  },

  onUnload() {
    this.stop?.();
  },

  paint() {
    showTitle('titles.about');
    this.setData(aboutView(wx.getAccountInfoSync().miniProgram.version, words()));
  },

  onPrivacy() {
    const explain = () => {
      wx.showToast({ icon: 'none', duration: 3_000, title: words().t('about.privacyMissing') });
    };
    if (wx.openPrivacyContract) wx.openPrivacyContract({ fail: explain });
    else explain();
  },
});
