import { callWx } from '../call-wx';
import { currentSettings } from '../phone-state';
import { reportError } from '../problem-log';
import { BaseElement } from './base-element';
import { ForwardingElement } from './forwarding-element';

/** Properties of the page, bound to data: https://developers.weixin.qq.com/miniprogram/dev/component/page-meta.html */
export class PageMetaElement extends BaseElement {
  protected override build(): void {
    this.apply();
  }

  protected override changed(): void {
    if (this.isConnected) this.apply();
  }

  private apply(): void {
    const page = this.closest<HTMLElement>('wx-page');
    if (!page) return;
    page.style.cssText = this.text('page-style');
    if (this.text('background-color')) page.style.backgroundColor = this.text('background-color');
    const pageSize = fontSizeOf(this.text('page-font-size'));
    if (pageSize) page.style.fontSize = pageSize;
    const rootSize = fontSizeOf(this.text('root-font-size'));
    if (rootSize) document.documentElement.style.fontSize = rootSize;
  }
}

/** `system` is WeChat's font size; without it WeChat scales nothing in a Mini Program. */
const fontSizeOf = (size: string): string => (size === 'system' ? `${currentSettings().fontSize}px` : size);

/** Its children are moved to the end of the page, above everything else. */
export class RootPortalElement extends ForwardingElement {
  protected override build(): void {
    this.box.className = 'mp-portal';
    this.show();
  }

  protected override changed(name: string): void {
    if (name === 'enable' && this.isConnected) this.show();
  }

  private show(): void {
    const page = this.closest('wx-page');
    if (page && this.flag('enable', true)) page.append(this.box);
    else this.append(this.box);
  }

  disconnectedCallback(): void {
    this.box.remove();
  }
}

export class NavigatorElement extends BaseElement {
  protected override build(): void {
    this.onTap(() => {
      const openType = this.text('open-type') || 'navigate';
      const name = { navigate: 'navigateTo', redirect: 'redirectTo' }[openType] ?? openType;
      callWx(name, { url: this.text('url'), delta: this.number('delta', 1), fail: reportError });
    });
  }
}
