import { readBssid } from '../common/bssid';

/** The network that the phone is on. */
export interface ConnectedNetwork {
  /** Normalized. */
  readonly bssid: string;
  readonly ssid: string;
}

/** `none`: not on a Wi-Fi network with an address of its own, or WeChat does not tell. */
export type NetworkReading =
  | { readonly state: 'connected'; readonly network: ConnectedNetwork }
  | { readonly state: 'none' };

/** A tap waits no longer than this for the network. */
const TIMEOUT_MS = 1_500;

const NONE: NetworkReading = { state: 'none' };

function start(): Promise<boolean> {
  return new Promise((resolve) => {
    wx.startWifi({ success: () => resolve(true), fail: () => resolve(false) });
  });
}

/** `partial`: iOS answers with less where it refuses the whole; Android then leaves out the BSSID. */
function connected(partial: boolean): Promise<WechatMiniprogram.WifiInfo | null> {
  return new Promise((resolve) => {
    wx.getConnectedWifi({
      partialInfo: partial,
      success: ({ wifi }) => resolve(wifi ?? null),
      fail: () => resolve(null),
    });
  });
}

async function read(): Promise<NetworkReading> {
  if (!(await start())) return NONE;
  const wifi = (await connected(false)) ?? (await connected(true));
  wx.stopWifi({ fail: () => undefined });
  const bssid = readBssid(wifi?.BSSID ?? '');
  return bssid ? { state: 'connected', network: { bssid, ssid: wifi?.SSID ?? '' } } : NONE;
}

/**
 * The Wi-Fi network that the phone is on, read during a tap, after the location: both systems tell the BSSID only to who
 * may know the location. Never fails and never waits long.
 */
export async function readNetwork(): Promise<NetworkReading> {
  if (!wx.startWifi || !wx.getConnectedWifi) return NONE;
  const timeout = new Promise<NetworkReading>((resolve) => {
    setTimeout(() => resolve(NONE), TIMEOUT_MS);
  });
  return Promise.race([read(), timeout]);
}
