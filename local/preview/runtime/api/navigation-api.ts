import { drawBars, navigateBack, navigateTo, redirectTo, reLaunch, switchTab } from '../router/navigation';
import { currentPage, topPage } from '../router/page-stack';
import { startRefresh, stopRefresh } from '../router/pull-down';
import { changeTab, changeTabBarStyle, hideTabBar, type TabBarStyle } from '../router/tab-bar';
import { type Api, asyncApi } from './async-api';
import { openEventChannel } from './event-channel';

interface Target {
  url?: string;
  delta?: number;
  events?: Record<string, (...values: unknown[]) => void>;
}
interface Tab {
  index: number;
  text?: string;
  iconPath?: string;
  selectedIconPath?: string;
}

const pageApi = (name: string, run: (target: Target) => void): Api =>
  asyncApi<Target>(name, (target) => {
    run(target);
    return undefined;
  });

const pages: Readonly<Record<string, Api>> = {
  navigateTo: asyncApi<Target>('navigateTo', ({ url, events }) => {
    const eventChannel = openEventChannel(events);
    navigateTo(url);
    return { eventChannel };
  }),
  redirectTo: pageApi('redirectTo', ({ url }) => redirectTo(url)),
  switchTab: pageApi('switchTab', ({ url }) => switchTab(url)),
  reLaunch: pageApi('reLaunch', ({ url }) => reLaunch(url)),
  navigateBack: pageApi('navigateBack', ({ delta }) => navigateBack(delta)),
};

type Bar = ReturnType<typeof currentPage>['bar'];

/** Changes what the bar of the page on top shows. */
function changeBar(change: Bar): undefined {
  const open = currentPage();
  Object.assign(open.bar, change);
  drawBars(open);
  return undefined;
}

const navigationBar: Readonly<Record<string, Api>> = {
  setNavigationBarTitle: asyncApi<{ title?: string }>('setNavigationBarTitle', ({ title }) =>
    changeBar({ title: title ?? '' }),
  ),
  setNavigationBarColor: asyncApi<{ frontColor?: string; backgroundColor?: string }>(
    'setNavigationBarColor',
    ({ frontColor, backgroundColor }) => changeBar({ color: frontColor, background: backgroundColor }),
  ),
  showNavigationBarLoading: asyncApi('showNavigationBarLoading', () => changeBar({ loading: true })),
  hideNavigationBarLoading: asyncApi('hideNavigationBarLoading', () => changeBar({ loading: false })),
  hideHomeButton: asyncApi('hideHomeButton', () => changeBar({ noHome: true })),
  setBackgroundColor: asyncApi<{ backgroundColor?: string }>('setBackgroundColor', ({ backgroundColor }) => {
    currentPage().frame.style.background = backgroundColor ?? '';
    return undefined;
  }),
};

const leaving: Readonly<Record<string, Api>> = {
  enableAlertBeforeUnload: asyncApi<{ message: string }>('enableAlertBeforeUnload', ({ message }) => {
    currentPage().leaving.question = message;
    return undefined;
  }),
  disableAlertBeforeUnload: asyncApi('disableAlertBeforeUnload', () => {
    currentPage().leaving.question = undefined;
    return undefined;
  }),
};

const tab = (
  name: string,
  change: (options: Tab & { text?: string }) => Parameters<typeof changeTab>[1],
): Api =>
  asyncApi<Tab>(name, (options) => {
    changeTab(options.index, change(options));
    return undefined;
  });

const tabBar: Readonly<Record<string, Api>> = {
  setTabBarItem: tab('setTabBarItem', ({ text, iconPath, selectedIconPath }) => ({
    ...(text === undefined ? {} : { text }),
    ...(iconPath === undefined ? {} : { iconPath }),
    ...(selectedIconPath === undefined ? {} : { selectedIconPath }),
  })),
  setTabBarBadge: tab('setTabBarBadge', ({ text }) => ({ badge: text ?? '', dot: false })),
  removeTabBarBadge: tab('removeTabBarBadge', () => ({ badge: '' })),
  showTabBarRedDot: tab('showTabBarRedDot', () => ({ dot: true, badge: '' })),
  hideTabBarRedDot: tab('hideTabBarRedDot', () => ({ dot: false })),
  setTabBarStyle: asyncApi<TabBarStyle>(
    'setTabBarStyle',
    ({ color, selectedColor, backgroundColor, borderStyle }) => {
      const given = Object.entries({ color, selectedColor, backgroundColor, borderStyle });
      changeTabBarStyle(Object.fromEntries(given.filter(([, value]) => value !== undefined)));
      return undefined;
    },
  ),
  showTabBar: asyncApi('showTabBar', () => {
    hideTabBar(false);
    return undefined;
  }),
  hideTabBar: asyncApi('hideTabBar', () => {
    hideTabBar(true);
    return undefined;
  }),
};

interface ScrollTarget {
  scrollTop?: number;
  selector?: string;
  offsetTop?: number;
  duration?: number;
}

const scrolling: Readonly<Record<string, Api>> = {
  startPullDownRefresh: asyncApi('startPullDownRefresh', () => {
    startRefresh(currentPage());
    return undefined;
  }),
  stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => {
    const open = topPage();
    if (open) stopRefresh(open);
    return undefined;
  }),
  pageScrollTo: asyncApi<ScrollTarget>(
    'pageScrollTo',
    ({ scrollTop, selector, offsetTop = 0, duration = 300 }) => {
      const { scroller } = currentPage();
      const element = selector ? scroller.querySelector(selector) : null;
      const { top = 0 } = element?.getBoundingClientRect() ?? {};
      const inside = top - scroller.getBoundingClientRect().top + scroller.scrollTop + offsetTop;
      scroller.scrollTo({ top: scrollTop ?? inside, behavior: duration > 0 ? 'smooth' : 'instant' });
      return undefined;
    },
  ),
};

export const navigationApi = { ...pages, ...leaving, ...navigationBar, ...tabBar, ...scrolling };
