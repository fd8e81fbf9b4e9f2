import { CLOUD_ENV } from './cloud-env';
import { startNetworkWatch } from './services/network';
import { decisions } from './services/own-decisions';
import { punches, startPunchSync } from './services/punches';

App({
  onLaunch() {
    if (wx.cloud) wx.cloud.init({ traceUser: false, ...(CLOUD_ENV && { env: CLOUD_ENV }) });
    startNetworkWatch();
    startPunchSync();
  },

  onShow() {
    void punches.flush();
  },

  /** The undo button is no longer visible, so deferred decisions are sent at once. */
  onHide() {
    void decisions.flush();
  },
});
