import { callWx } from '../call-wx';
import { reportError } from '../problem-log';
import { BaseElement } from './base-element';

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
    if (this.text('page-font-size')) page.style.fontSize = this.text('page-font-size');
    if (this.text('root-font-size')) document.documentElement.style.fontSize = this.text('root-font-size');
  }
}

/** Its children live at the end of the page, above everything else, wherever it stands itself. */
export class RootPortalElement extends BaseElement {
  private readonly target = document.createElement('div');

  protected override build(): void {
    this.target.className = 'mp-portal';
    this.show();
  }

  protected override changed(name: string): void {
    if (name === 'enable' && this.isConnected) this.show();
  }

  private show(): void {
    const page = this.closest('wx-page');
    if (page && this.flag('enable', true)) page.append(this.target);
    else super.appendChild(this.target);
  }

  disconnectedCallback(): void {
    this.target.remove();
  }

  override appendChild<Child extends Node>(child: Child): Child {
    return this.target.appendChild(child);
  }

  override insertBefore<Child extends Node>(child: Child, before: Node | null): Child {
    return this.target.insertBefore(child, before);
  }

  override removeChild<Child extends Node>(child: Child): Child {
    return this.target.removeChild(child);
  }

  override replaceChild<Child extends Node>(child: Node, old: Child): Child {
    return this.target.replaceChild(child, old);
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
