import type { WindowConfig } from '../../build/app-config';
import { CUSTOM_TAB_BAR } from '../../shared/custom-tab-bar';
import { domOf } from '../framework/backend';
import { backend, codeSpace } from '../framework/code-space';
import { defineNeeded } from '../framework/lazy-components';
import { isTabPage, miniProgram, themed, windowConfig } from '../mini-program';
import { make } from '../overlay/layer';
import { reportError } from '../problem-log';
import { callPage, type OpenPage, type PageInstance, pushPage } from './page-stack';
import { installPullDown } from './pull-down';

export interface PageUrl {
  readonly route: string;
  readonly query: Record<string, string>;
  /** Route and query as the framework wants them. */
  readonly text: string;
}

/** Reads `/pages/x/x?id=1`, or a path relative to the page that is open. */
export function parsePageUrl(url: string, from: string): PageUrl {
  const { pathname, search } = new URL(url, `http://app/${from}`);
  const route = decodeURIComponent(pathname.slice(1));
  return { route, query: Object.fromEntries(new URLSearchParams(search)), text: route + search };
}

/** Creates a page, puts it on the stack and into the document, and calls its `onLoad`. */
export function openPage({ route, query, text }: PageUrl): OpenPage {
  const style = document.head.appendChild(document.createElement('style'));
  style.textContent = miniProgram().pageStyles[route] ?? '';
  defineNeeded(route);
  const root = backend.createRoot('page', codeSpace, text);
  const page = root.get() as unknown as PageInstance;
  const component = root.getComponent();
  const frame = make('mp-frame');
  const body = frame.appendChild(make('mp-body'));
  const own = (codeSpace.getComponentStaticConfig(route) ?? {}) as WindowConfig;
  const scroller = domOf(component);
  if (!scroller) throw new Error(`${route} has no element`);
  const hasTabBar = miniProgram().app.tabBar?.custom && isTabPage(route);
  if (hasTabBar) defineNeeded(CUSTOM_TAB_BAR);
  const tabBar = hasTabBar ? backend.createRoot('tab-bar', codeSpace, CUSTOM_TAB_BAR) : null;
  const open: OpenPage = {
    route,
    query,
    root,
    page,
    component,
    tabBar: tabBar?.get() ?? null,
    frame,
    scroller,
    style,
    window: windowConfig(own),
    bar: {},
    leaving: {},
  };
  page.route = route;
  page.options = query;
  pushPage(open);
  document.body.append(frame);
  frame.style.background = themed(open.window.backgroundColor) ?? '';
  root.attach(body as never, body.appendChild(document.createElement('i')) as never);
  tabBar?.attach(body as never, body.appendChild(document.createElement('i')) as never);
  watchScroll(open);
  if (open.window.enablePullDownRefresh) installPullDown(open);
  guarded(open, 'onLoad', query);
  return open;
}

/** A page whose handler throws stays open, as on the real platform. */
export function guarded(open: OpenPage, method: string, argument?: unknown): void {
  try {
    const result = callPage(open, method, argument);
    if (result instanceof Promise) result.catch((error: unknown) => reportError(error, open.route));
  } catch (error) {
    reportError(error, open.route);
  }
}

const DEFAULT_REACH_BOTTOM_PX = 50;

function watchScroll(open: OpenPage): void {
  const { scroller, window: config } = open;
  const distance = config.onReachBottomDistance ?? DEFAULT_REACH_BOTTOM_PX;
  let isBelow = false;
  const handle = (): void => {
    guarded(open, 'onPageScroll', { scrollTop: scroller.scrollTop });
    const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    if (left <= distance && !isBelow) guarded(open, 'onReachBottom');
    isBelow = left <= distance;
  };
  scroller.addEventListener('scroll', handle, { passive: true });
}
