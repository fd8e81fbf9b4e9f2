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

  /** Whoever leaves has decided: there is nobody left to undo it. */
  onHide() {
    void decisions.flush();
  },
});
