import { homePage, isTabPage, themed } from '../mini-program';
import { make, makeButton } from '../overlay/layer';
import { t } from '../overlay/words';
import { currentSettings } from '../phone-state';
import { type OpenPage, openPages } from './page-stack';

/** The title follows WeChat's font size up to this one. */
const MAX_TITLE_SIZE = 20;

export interface BarActions {
  readonly back: () => void;
  readonly home: () => void;
}

/** Renders title, back or home button and capsule of a page; `navigationStyle: custom` keeps the capsule only. */
export function drawNavigationBar(open: OpenPage, actions: BarActions): void {
  const { frame, window: config, bar, route } = open;
  const isCustom = config.navigationStyle === 'custom';
  frame.classList.toggle('mp-custom-bar', isCustom);
  const header = frame.querySelector<HTMLElement>('mp-navbar') ?? frame.appendChild(make('mp-navbar'));
  const isLight = (bar.color ?? themed(config.navigationBarTextStyle) ?? 'white') === 'white';
  header.style.color = isLight || bar.color === '#ffffff' ? '#fff' : '#000';
  const background = bar.background ?? themed(config.navigationBarBackgroundColor) ?? '#000';
  header.style.background = isCustom ? 'transparent' : background;
  frame.classList.toggle('mp-light-text', header.style.color === 'rgb(255, 255, 255)');
  const parts: HTMLElement[] = [];
  if (!isCustom) {
    const isRoot = openPages().length <= 1;
    const canGoHome = isRoot && !isTabPage(route) && route !== homePage() && !bar.noHome;
    if (!isRoot) parts.push(barButton('mp-back', t('back'), actions.back));
    else if (canGoHome) parts.push(barButton('mp-home', t('home'), actions.home));
    const title = make('span', 'mp-title', bar.title ?? config.navigationBarTitleText ?? '');
    title.style.fontSize = `${Math.min(MAX_TITLE_SIZE, currentSettings().fontSize)}px`;
    title.setAttribute('role', 'heading');
    title.setAttribute('aria-level', '1');
    parts.push(title);
    if (bar.loading) title.classList.add('mp-bar-loading');
  }
  header.replaceChildren(...parts, capsule());
}

function barButton(className: string, label: string, pressed: () => void): HTMLButtonElement {
  const button = makeButton(className, '', pressed);
  button.setAttribute('aria-label', label);
  return button;
}

function capsule(): HTMLElement {
  const box = make('span', 'mp-capsule');
  box.setAttribute('aria-hidden', 'true');
  box.append(make('i', 'mp-dots3'), make('i', 'mp-ring'));
  return box;
}
