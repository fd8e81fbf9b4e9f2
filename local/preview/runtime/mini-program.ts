import type { AppConfig, TabItem, WindowConfig } from '../build/app-config';
import { currentSettings } from './phone-state';

export interface RuntimeConfig extends AppConfig {
  readonly pageStyles: Readonly<Record<string, string>>;
}

let config: RuntimeConfig | null = null;

export function setMiniProgram(loaded: RuntimeConfig): void {
  config = loaded;
}

export function miniProgram(): RuntimeConfig {
  if (!config) throw new Error('the Mini Program is not loaded yet');
  return config;
}

export const tabItems = (): readonly TabItem[] => miniProgram().app.tabBar?.list ?? [];
export const isTabPage = (route: string): boolean => tabItems().some(({ pagePath }) => pagePath === route);
export const homePage = (): string => miniProgram().app.entryPagePath ?? miniProgram().app.pages[0] ?? '';
export const isDark = (): boolean => currentSettings().dark && miniProgram().app.darkmode === true;

/**
 * The value of `@name` in the current theme:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/darkmode.html
 */
export function themed(value: string | undefined): string | undefined {
  if (!value?.startsWith('@')) return value;
  return miniProgram().theme[isDark() ? 'dark' : 'light'][value.slice(1)] ?? value;
}

/** Window settings of a page: its own before those of the app. */
export function windowConfig(own: WindowConfig): WindowConfig {
  return { ...miniProgram().app.window, ...own };
}
