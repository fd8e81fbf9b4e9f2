import { make } from '../overlay/layer';
import { callPage, type OpenPage } from './page-stack';

/** Pull distance that triggers a refresh. */
const THRESHOLD_PX = 60;
const OPEN_PX = 50;

const indicators = new WeakMap<OpenPage, HTMLElement>();

/** Pulling the page down at its top calls `onPullDownRefresh`. */
export function installPullDown(open: OpenPage): void {
  const indicator = make('mp-pulldown');
  indicator.append(make('i'), make('i'), make('i'));
  open.scroller.before(indicator);
  indicators.set(open, indicator);
  let startY: number | null = null;
  let pulled = 0;
  const begin = (y: number): void => {
    startY = open.scroller.scrollTop <= 0 ? y : null;
    pulled = 0;
  };
  const follow = (y: number): void => {
    if (startY === null || indicator.classList.contains('mp-refreshing')) return;
    pulled = Math.max(0, (y - startY) / 2);
    setOffset(open, open.scroller.scrollTop > 0 ? 0 : pulled);
  };
  const release = (): void => {
    if (startY === null) return;
    startY = null;
    if (indicator.classList.contains('mp-refreshing')) return;
    if (pulled * 2 >= THRESHOLD_PX * 1.5) startRefresh(open);
    else setOffset(open, 0);
  };
  const { scroller } = open;
  scroller.addEventListener('touchstart', ({ touches }) => begin(touches[0]?.clientY ?? 0), {
    passive: true,
  });
  scroller.addEventListener('touchmove', ({ touches }) => follow(touches[0]?.clientY ?? 0), {
    passive: true,
  });
  scroller.addEventListener('touchend', release);
  scroller.addEventListener('mousedown', ({ clientY }) => begin(clientY));
  scroller.addEventListener('mousemove', ({ clientY, buttons }) => (buttons ? follow(clientY) : undefined));
  scroller.addEventListener('mouseup', release);
}

function setOffset(open: OpenPage, px: number): void {
  indicators.get(open)?.classList.toggle('mp-pulled', px > 0);
  open.scroller.style.transform = px > 0 ? `translateY(${px}px)` : '';
}

/** Shows the indicator and calls the page. */
export function startRefresh(open: OpenPage): void {
  indicators.get(open)?.classList.add('mp-refreshing');
  setOffset(open, OPEN_PX);
  callPage(open, 'onPullDownRefresh');
}

export function stopRefresh(open: OpenPage): void {
  indicators.get(open)?.classList.remove('mp-refreshing');
  setOffset(open, 0);
}
