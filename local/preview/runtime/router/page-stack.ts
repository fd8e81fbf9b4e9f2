import type { GeneralComponent } from 'glass-easel';
import type { Root } from 'glass-easel-miniprogram-adapter/dist/glass_easel_miniprogram_adapter';
import type { WindowConfig } from '../../build/app-config';
import { Signal } from '../signal';

/** Instance of a page as seen by its own code. */
export type PageInstance = Record<string, unknown> & {
  route: string;
  options: Record<string, string>;
};

export interface OpenPage {
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  readonly root: Root;
  readonly page: PageInstance;
  readonly component: GeneralComponent;
  /** The Mini Program's own tab bar; each page of it has one. */
  readonly tabBar: object | null;
  /** Navigation bar and body of the page. */
  readonly frame: HTMLElement;
  /** The element that scrolls: `page` of WXSS. */
  readonly scroller: HTMLElement;
  readonly style: HTMLStyleElement;
  readonly window: WindowConfig;
  /** Changes by `wx.setNavigationBarTitle` and similar. */
  readonly bar: { title?: string; color?: string; background?: string; loading?: boolean; noHome?: boolean };
  /** The question before leaving this page: `wx.enableAlertBeforeUnload`. */
  readonly leaving: {
    question?: string;
    /** Closes the `page-container` that is open: "back" does that first. */
    container?: () => void;
  };
}

const stack: OpenPage[] = [];

/** Fires when another page is shown or the page's bar changed. */
export const pageChanged = new Signal();

export const openPages = (): readonly OpenPage[] => stack;
export const topPage = (): OpenPage | undefined => stack.at(-1);

/** @throws Error before the first page is open */
export function currentPage(): OpenPage {
  const page = topPage();
  if (!page) throw new Error('no page is open');
  return page;
}

/** The page, open or kept as a tab, that a node is on. */
export const pageOf = (node: Node): OpenPage | undefined => byFrame.get(frameOf(node) ?? document.body);

const byFrame = new WeakMap<Element, OpenPage>();

const frameOf = (node: Node): Element | null =>
  node instanceof Element ? node.closest('mp-frame') : (node.parentElement?.closest('mp-frame') ?? null);

/** Top of the page's window in the phone's window, px: below the navigation bar. */
export function viewOrigin(): { x: number; y: number } {
  const { x = 0, y = 0 } = currentPage().frame.querySelector('mp-body')?.getBoundingClientRect() ?? {};
  return { x, y };
}

export function pushPage(page: OpenPage): void {
  stack.push(page);
  byFrame.set(page.frame, page);
}

export function popPage(): OpenPage | undefined {
  return stack.pop();
}

/** Calls a method of the page, such as `onShow`, if it exists. */
export function callPage({ page }: OpenPage, method: string, argument?: unknown): unknown {
  const handler = page[method];
  return typeof handler === 'function' ? handler.call(page, argument) : undefined;
}
