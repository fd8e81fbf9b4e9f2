import { ApiFailure } from '../api/api-failure';
import { recordPage } from '../metrics';
import { homePage, isTabPage, miniProgram } from '../mini-program';
import { showModal } from '../overlay/modal';
import { drawNavigationBar } from './navigation-bar';
import { guarded, openPage, type PageUrl, parsePageUrl } from './open-page';
import { currentPage, type OpenPage, openPages, pageChanged, popPage, pushPage, topPage } from './page-stack';
import { drawTabBar, onTabSelected } from './tab-bar';

/** WeChat keeps at most ten pages. */
const MAX_DEPTH = 10;

onTabSelected((route) => {
  if (route === topPage()?.route) guarded(currentPage(), 'onTabItemTap', { pagePath: route });
  else switchTab(`/${route}`);
});

function target(url: string | undefined, wanted: 'tab' | 'page' | 'any'): PageUrl {
  if (!url) throw new ApiFailure('fail parameter error: url is missing');
  const parsed = parsePageUrl(url, topPage()?.route ?? '');
  if (!miniProgram().pages.includes(parsed.route))
    throw new ApiFailure(`fail page "${parsed.route}" is not found`);
  if (wanted === 'page' && isTabPage(parsed.route))
    throw new ApiFailure('fail can not navigate to a tabbar page');
  if (wanted === 'tab' && !isTabPage(parsed.route))
    throw new ApiFailure('fail can not switch to no-tabBar page');
  return parsed;
}

/** Tab pages that were opened and are not on the stack now. */
const keptTabs = new Map<string, OpenPage>();

export function navigateTo(url: string | undefined): OpenPage {
  const next = target(url, 'page');
  if (openPages().length >= MAX_DEPTH) throw new ApiFailure('fail webview count limit exceed');
  const below = topPage();
  if (below) hide(below);
  return openAndShow(next);
}

export function redirectTo(url: string | undefined): void {
  const next = target(url, 'page');
  close();
  openAndShow(next);
}

/** Tab pages stay alive while another tab shows; the pages above them close. */
export function switchTab(url: string | undefined): void {
  const { route, ...next } = target(url, 'tab');
  const [bottom] = openPages();
  if (bottom && isTabPage(bottom.route)) {
    while (openPages().length > 1) close();
    hide(bottom);
    keptTabs.set(bottom.route, bottom);
    popPage();
  } else while (openPages().length > 0) close();
  const kept = keptTabs.get(route);
  if (kept) {
    keptTabs.delete(route);
    restoreTab(kept);
  } else openAndShow({ ...next, route, query: {}, text: route });
}

function restoreTab(open: OpenPage): void {
  pushPage(open);
  show(open);
}

export function reLaunch(url: string | undefined): void {
  const next = target(url ?? `/${homePage()}`, 'any');
  while (openPages().length > 0) close();
  for (const kept of keptTabs.values()) release(kept);
  keptTabs.clear();
  openAndShow(next);
}

export function navigateBack(delta = 1): void {
  const { question, container } = currentPage().leaving;
  if (!container && openPages().length <= 1) throw new ApiFailure('fail cannot navigate back at first page');
  if (container) container();
  else if (question === undefined) goBack(delta);
  else void askAndGoBack(question, delta);
}

async function askAndGoBack(content: string, delta: number): Promise<void> {
  if ((await showModal({ content })).confirm) goBack(delta);
}

function goBack(delta: number): void {
  for (let step = 0; step < delta && openPages().length > 1; step += 1) close();
  show(currentPage());
}

function openAndShow(next: PageUrl): OpenPage {
  const start = performance.now();
  const open = openPage(next);
  show(open);
  // Reading a size forces a layout, which is part of the loading time.
  void open.scroller.offsetHeight;
  recordPage(open.route, performance.now() - start);
  requestAnimationFrame(() => guarded(open, 'onReady'));
  return open;
}

function show(open: OpenPage): void {
  open.frame.hidden = false;
  open.style.media = '';
  drawBars(open);
  guarded(open, 'onShow');
  open.component.triggerPageLifetime('show', []);
  pageChanged.emit();
}

function hide(open: OpenPage): void {
  open.frame.hidden = true;
  open.style.media = 'not all';
  guarded(open, 'onHide');
  open.component.triggerPageLifetime('hide', []);
}

/** Renders WeChat's bars around a page; also after a change of title, theme or language. */
export function drawBars(open: OpenPage): void {
  drawNavigationBar(open, { back: () => navigateBack(), home: () => reLaunch(`/${homePage()}`) });
  drawTabBar();
}

function close(): void {
  const open = popPage();
  if (open) release(open);
}

function release(open: OpenPage): void {
  guarded(open, 'onUnload');
  open.root.release();
  open.frame.remove();
  open.style.remove();
}
