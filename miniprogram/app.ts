import { labelTabs } from './services/language';
import { followNetwork } from './services/network';
import { followPunches, punches } from './services/punches';

App({
  onLaunch() {
    if (wx.cloud) wx.cloud.init({ traceUser: false });
    followNetwork();
    followPunches();
    labelTabs();
  },

  onShow() {
    void punches.flush();
  },
});
