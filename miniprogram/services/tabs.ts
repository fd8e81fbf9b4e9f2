import { onLanguageChange, words } from './language';
import { onWaitingChange, waitingCount } from './waiting';

const TABS = ['today', 'pending', 'me'] as const;

/** WeChat refuses every change of the tab bar while a page that is no tab is on top. */
function isTabOnTop(): boolean {
  const [top] = getCurrentPages().slice(-1);
  return TABS.some((tab) => top?.route === `pages/${tab}/${tab}`);
}

/** A refused change leaves old words on the bar: nothing that a person could act on, but a fault to be found. */
const fail = ({ errMsg }: { errMsg: string }): void => console.error(errMsg);

/**
 * Writes the labels of the tab bar in the current language, and the number on Pending. To be called in `onShow` of
 * each tab: what changed while another page was on top is made up for there.
 */
export function drawTabs(): void {
  if (!isTabOnTop()) return;
  const waiting = waitingCount();
  for (const [index, tab] of TABS.entries())
    wx.setTabBarItem({ index, text: words().t(`tabs.${tab}`), fail });
  const index = TABS.indexOf('pending');
  if (waiting > 0) wx.setTabBarBadge({ index, text: waiting > 99 ? '99+' : String(waiting), fail });
  else wx.removeTabBarBadge({ index, fail });
}

onLanguageChange(drawTabs);
onWaitingChange(drawTabs);
