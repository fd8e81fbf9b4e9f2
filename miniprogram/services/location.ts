import type { Place } from './place';
import { refusalOf } from './wx-refusal';

/** WeChat returns the first fix for calls within 30 s and counts them as misuse. */
const FRESH_MS = 30_000;

let last: Extract<Place, { state: 'fix' }> | null = null;
let inFlight: Promise<Place> | null = null;

type Permission = 'granted' | 'refused' | 'unasked';

function permission(): Promise<Permission> {
  return new Promise((resolve) => {
    wx.getSetting({
      success: ({ authSetting }) => {
        const granted = authSetting['scope.userLocation'];
        resolve(granted === undefined ? 'unasked' : granted ? 'granted' : 'refused');
      },
      fail: () => resolve('unasked'),
    });
  });
}

/** Location problem in the phone settings, or null. */
function phoneRefusal(): Place | null {
  if (wx.getSystemSetting?.().locationEnabled === false) return { state: 'system-off' };
  if (wx.getAppAuthorizeSetting?.().locationAuthorized === 'denied') return { state: 'app-off' };
  return null;
}

function placeOfFailure(failure: { readonly errMsg: string; readonly errno?: number }): Place {
  const { errMsg } = failure;
  const refusal = refusalOf(failure);
  if (refusal === 'undeclared' || refusal === 'privacy') return { state: refusal };
  if (/auth ?deny|auth denied|authorize/i.test(errMsg)) return { state: 'denied' };
  return (
    phoneRefusal() ?? { state: /system permission|LOCATIONSWITCHOFF/i.test(errMsg) ? 'system-off' : 'failed' }
  );
}

function requestFix(): Promise<Place> {
  return new Promise((resolve) => {
    wx.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: 3_000,
      success: ({ latitude, longitude, accuracy }) => {
        last = { state: 'fix', location: { latitude, longitude, accuracy }, at: Date.now() };
        resolve(last);
      },
      fail: (failure) => resolve(placeOfFailure(failure)),
    });
  });
}

async function locateNow(ask: boolean): Promise<Place> {
  const granted = await permission();
  if (granted === 'refused') return { state: 'denied' };
  if (granted === 'unasked' && !ask) return { state: 'unasked' };
  return requestFix();
}

/** The last fix if younger than 30 s, else null. */
export const freshFix = (): Extract<Place, { state: 'fix' }> | null =>
  last && Date.now() - last.at < FRESH_MS ? last : null;

/**
 * Where the phone is. A fix younger than 30 s is reused, unless `refresh`.
 * `ask`: called during a tap, so WeChat may show its permission prompt.
 */
export function locate(options: { readonly ask: boolean; readonly refresh?: boolean }): Promise<Place> {
  const known = options.refresh ? null : freshFix();
  if (known) return Promise.resolve(known);
  inFlight ??= locateNow(options.ask).finally(() => {
    inFlight = null;
  });
  return inFlight;
}

/** Opens the Mini Program's own settings; resolves when the settings page closes. */
export function openPermissions(): Promise<void> {
  return new Promise((resolve) => {
    wx.openSetting({ complete: () => resolve() });
  });
}
