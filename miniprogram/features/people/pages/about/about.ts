import '../../words/words';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { aboutView } from './about.view';

screen({
  title: 'titles.about',
  start: () => ({ version: '' }),
  view: ({ version }, words) => aboutView(version, words),

  on: {
    onLoad() {
      this.update({ version: wx.getAccountInfoSync().miniProgram.version });
    },

    onVerify() {
      navigate.payVerify();
    },

    onPrivacy() {
      const explain = () => {
        wx.showToast({ icon: 'none', duration: 3_000, title: words().t('about.privacyMissing') });
      };
      if (wx.openPrivacyContract) wx.openPrivacyContract({ fail: explain });
      else explain();
    },
  },
});
