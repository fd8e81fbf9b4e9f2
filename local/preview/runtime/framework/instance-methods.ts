import { channelOf } from '../api/event-channel';
import { IntersectionWatcher } from '../api/intersection';
import { animate, clearAnimation } from '../api/keyframes';
import { type Instance, SelectorQuery } from '../api/selector-query';
import { openPages, topPage } from '../router/page-stack';
import { instancePrototype } from './code-space';

/** Methods of pages and components that the adapter lacks or has incomplete. */
export function completeInstances(): void {
  const prototype = instancePrototype();
  const methods: Record<string, (this: Instance & object, ...values: never[]) => unknown> = {
    createSelectorQuery() {
      return new SelectorQuery(this);
    },
    createIntersectionObserver(options?: object) {
      return new IntersectionWatcher(this, options);
    },
    getOpenerEventChannel() {
      return channelOf(this);
    },
    animate(selector: string, frames: object[], duration: number, done?: () => void) {
      animate(this, selector, frames as Record<string, unknown>[], duration, done);
    },
    clearAnimation(selector: string, options?: object | (() => void), done?: () => void) {
      clearAnimation(this, selector, options, done);
    },
    getTabBar() {
      const ownPage = openPages().find(({ page }) => page === (this as object));
      return (ownPage ?? topPage())?.tabBar ?? null;
    },
    getPageId() {
      return String(this._$.is);
    },
  };
  Object.assign(prototype, methods, { renderer: 'webview' });
}
