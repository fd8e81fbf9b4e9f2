import { STANDARD_FONT_SIZE } from '../../shared/settings';
import { isDark } from '../mini-program';
import { currentSettings, settingsChanged } from '../phone-state';
import { topPage } from '../router/page-stack';
import { Signal } from '../signal';
import { asyncApi } from './async-api';

/** Height of the parts that WeChat draws, px; the same numbers are in phone.css. */
const STATUS_BAR_PX = 44;
const HOME_INDICATOR_PX = 34;
const CAPSULE = { width: 87, height: 32, right: 7, top: 48 };

const windowInfo = () => ({
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: topPage()?.scroller.clientHeight ?? innerHeight,
  statusBarHeight: STATUS_BAR_PX,
  screenTop: 0,
  safeArea: {
    left: 0,
    right: innerWidth,
    top: STATUS_BAR_PX,
    bottom: innerHeight - HOME_INDICATOR_PX,
    width: innerWidth,
    height: innerHeight - STATUS_BAR_PX - HOME_INDICATOR_PX,
  },
});

const deviceInfo = () => ({
  abi: 'arm64',
  brand: 'devtools',
  model: 'preview',
  platform: 'devtools',
  system: 'iOS 17.0',
  memorySize: '4096',
  benchmarkLevel: 40,
});

const theme = (): 'light' | 'dark' => (isDark() ? 'dark' : 'light');

const appBaseInfo = () => ({
  SDKVersion: '3.5.8',
  language: currentSettings().language,
  version: '8.0.50',
  enableDebug: false,
  theme: theme(),
  fontSizeSetting: currentSettings().fontSize,
  fontSizeScaleFactor: currentSettings().fontSize / STANDARD_FONT_SIZE,
  host: { env: 'WeChat' },
});

const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo() });

interface ThemeResult {
  theme: 'light' | 'dark';
}
const themeChanged = new Signal<ThemeResult>();
settingsChanged.add((before) => {
  if (before.dark !== currentSettings().dark) themeChanged.emit({ theme: theme() });
});

const resized = new Signal<{ size: { windowWidth: number; windowHeight: number } }>();
addEventListener('resize', () => {
  const { windowWidth, windowHeight } = windowInfo();
  resized.emit({ size: { windowWidth, windowHeight } });
});

const APP_ID = 'touristappid';

export const systemApi = {
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getSystemInfoSync: systemInfo,
  getSystemInfo: asyncApi('getSystemInfo', systemInfo),
  getSystemInfoAsync: asyncApi('getSystemInfoAsync', systemInfo),
  getSystemSetting: () => ({
    locationEnabled: currentSettings().location !== 'off',
    wifiEnabled: true,
    bluetoothEnabled: currentSettings().bluetooth === 'on',
    deviceOrientation: innerWidth > innerHeight ? 'landscape' : 'portrait',
  }),
  /** The system permissions of WeChat itself. */
  getAppAuthorizeSetting: () => ({
    locationAuthorized: 'authorized',
    locationReducedAccuracy: false,
    cameraAuthorized: 'authorized',
    albumAuthorized: 'authorized',
    bluetoothAuthorized: 'not determined',
    microphoneAuthorized: 'not determined',
    notificationAuthorized: 'authorized',
  }),
  getMenuButtonBoundingClientRect: () => {
    const { width, height, right, top } = CAPSULE;
    const left = innerWidth - right - width;
    return { width, height, top, left, right: left + width, bottom: top + height };
  },
  getAccountInfoSync: () => ({ miniProgram: { appId: APP_ID, envVersion: 'develop', version: '' } }),
  getLaunchOptionsSync: () => ({ path: topPage()?.route ?? '', query: topPage()?.query ?? {}, scene: 1001 }),
  getEnterOptionsSync: () => ({ path: topPage()?.route ?? '', query: topPage()?.query ?? {}, scene: 1001 }),
  onThemeChange: (listener: (value: ThemeResult) => void) => themeChanged.add(listener),
  offThemeChange: (listener?: (value: ThemeResult) => void) => themeChanged.remove(listener),
  onWindowResize: (listener: (value: object) => void) => resized.add(listener),
  offWindowResize: (listener?: (value: object) => void) => resized.remove(listener),
  vibrateShort: asyncApi('vibrateShort', () => undefined),
  vibrateLong: asyncApi('vibrateLong', () => undefined),
  nextTick: (callback: () => void) => {
    Promise.resolve().then(callback);
  },
};
