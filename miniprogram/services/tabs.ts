import { onLanguageChange, words } from './language';
import { onWaitingChange, waitingCount } from './waiting';

const TABS = ['today', 'pending', 'goals', 'me'] as const;

/** WeChat refuses tab bar changes unless a tab page is on top. */
function isTabOnTop(): boolean {
  const [top] = getCurrentPages().slice(-1);
  return TABS.some((tab) => top?.route === `pages/${tab}/${tab}`);
}

/** A refused change leaves old labels; logged, because the person cannot act on it. */
const fail = ({ errMsg }: { errMsg: string }): void => console.error(errMsg);

/**
 * Sets the labels of the tab bar in the current language, and the badge of Pending. Called in `onShow` of each page, to
 * apply changes made while a non-tab page was on top.
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
