import { currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';

let started = false;

const start = asyncApi('startWifi', () => {
  started = true;
  return undefined;
});

const stop = asyncApi('stopWifi', () => {
  if (!started) throw new ApiFailure('fail not init', { errCode: 12000 });
  started = false;
  return undefined;
});

/** `<bssid>/<ssid>` of the panel. A partial answer of Android has the name alone. */
const connected = asyncApi<{ partialInfo?: boolean }>('getConnectedWifi', ({ partialInfo }) => {
  const { wifi, location } = currentSettings();
  if (!started) throw new ApiFailure('fail not init', { errCode: 12000 });
  if (wifi === 'off') throw new ApiFailure('fail wifi not turned on', { errCode: 12005 });
  // A network reveals the location: the system's switch and the permission apply to it too, and nobody is asked.
  if (location === 'off') throw new ApiFailure('fail gps not turned on', { errCode: 12006 });
  if (location !== 'allowed') throw new ApiFailure('fail auth deny', { errCode: 12010 });
  const [, bssid, ssid = ''] = /^([0-9A-Fa-f:]+)\/(.*)$/.exec(wifi) ?? [];
  if (!bssid) throw new ApiFailure('fail no wifi is connected', { errCode: 12010 });
  if (partialInfo) return { wifi: { SSID: ssid } };
  return { wifi: { SSID: ssid, BSSID: bssid, secure: true, signalStrength: 80, frequency: 5_180 } };
});

/** https://developers.weixin.qq.com/miniprogram/dev/framework/device/wifi.html */
export const wifiApi = { startWifi: start, stopWifi: stop, getConnectedWifi: connected };
