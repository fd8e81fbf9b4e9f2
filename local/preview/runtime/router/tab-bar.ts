import { ApiFailure } from '../api/api-failure';
import { isTabPage, miniProgram, tabItems, themed } from '../mini-program';
import { make } from '../overlay/layer';
import { topPage } from './page-stack';

interface TabState {
  text?: string;
  iconPath?: string;
  selectedIconPath?: string;
  badge?: string;
  dot?: boolean;
}

export interface TabBarStyle {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
}

const states: TabState[] = [];
let changedStyle: TabBarStyle = {};
let isHidden = false;
let select: (route: string) => void = () => undefined;

export function onTabSelected(handle: (route: string) => void): void {
  select = handle;
}

/** WeChat changes its tab bar only while one of its pages is on top. @throws ApiFailure otherwise */
function requireTabPage(): void {
  if (!isTabPage(topPage()?.route ?? '')) throw new ApiFailure('fail not TabBar page');
}

/** @throws ApiFailure if there is no tab with this index, or another page on top */
export function changeTab(index: number, change: TabState): void {
  requireTabPage();
  if (!tabItems()[index]) throw new ApiFailure('fail tabbar item not found');
  states[index] = { ...states[index], ...change };
  drawTabBar();
}

export function changeTabBarStyle(style: TabBarStyle): void {
  requireTabPage();
  changedStyle = { ...changedStyle, ...style };
  drawTabBar();
}

export function hideTabBar(hidden: boolean): void {
  requireTabPage();
  isHidden = hidden;
  drawTabBar();
}

/** Renders the tab bar if the top page is one of its pages; otherwise removes it. */
export function drawTabBar(): void {
  const route = topPage()?.route ?? '';
  const shows = isTabPage(route) && !isHidden && !miniProgram().app.tabBar?.custom;
  document.documentElement.classList.toggle('mp-has-tabs', shows);
  const bar =
    document.querySelector<HTMLElement>('mp-tabbar') ?? document.body.appendChild(make('mp-tabbar'));
  bar.hidden = !shows;
  if (!shows) return;
  const style: TabBarStyle = { ...miniProgram().app.tabBar, ...changedStyle };
  bar.setAttribute('role', 'tablist');
  bar.style.background = themed(style.backgroundColor) ?? '#fff';
  bar.classList.toggle('mp-dark-border', (themed(style.borderStyle) ?? 'black') === 'black');
  bar.replaceChildren(...tabItems().map((_, index) => tabOf(index, route, style)));
}

function tabOf(index: number, route: string, style: TabBarStyle): HTMLElement {
  const item = tabItems()[index];
  const state: TabState = { ...item, ...states[index] };
  const isOn = item?.pagePath === route;
  const tab = make('button', 'mp-tab');
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-selected', String(isOn));
  tab.style.color = themed(isOn ? style.selectedColor : style.color) ?? '';
  const icon = themed(isOn ? state.selectedIconPath : state.iconPath);
  const picture = make('span', 'mp-tab-icon');
  if (icon) {
    const image = document.createElement('img');
    image.src = `/app/${icon.replace(/^\//, '')}`;
    image.alt = '';
    picture.append(image);
  }
  if (state.badge) picture.append(make('b', 'mp-badge', state.badge.length > 4 ? '…' : state.badge));
  else if (state.dot) picture.append(make('b', 'mp-reddot'));
  tab.append(picture, make('span', '', state.text ?? ''));
  tab.addEventListener('click', () => select(item?.pagePath ?? ''));
  return tab;
}
