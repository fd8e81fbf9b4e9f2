import type { TextKey } from '../locales/texts';
import { words } from './language';

/** Writes the title of the navigation bar in the current language. */
export function showTitle(key: TextKey & `titles.${string}`): void {
  wx.setNavigationBarTitle({ title: words().t(key) });
}
