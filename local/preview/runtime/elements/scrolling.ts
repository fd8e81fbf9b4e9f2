import { BaseElement } from './base-element';
import { Refresher } from './refresher';

export class ScrollViewElement extends BaseElement {
  private last = { left: 0, top: 0 };
  private atEdge = '';
  private refresher: Refresher | null = null;

  protected override build(): void {
    this.addEventListener('scroll', () => this.scrolled(), { passive: true });
    if (this.flag('refresher-enabled')) this.addRefresher();
  }

  private addRefresher(): void {
    this.refresher ??= new Refresher({
      element: this,
      fire: (type, detail) => this.fire(type, detail),
      adoptTriggered: (triggered) => this.adopt('refresher-triggered', triggered),
    });
    // The page must not be notified, and set data, during the update that causes it.
    requestAnimationFrame(() => this.refresher?.triggered(this.flag('refresher-triggered')));
  }

  private scrolled(): void {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = this;
    const deltaX = this.last.left - scrollLeft;
    const deltaY = this.last.top - scrollTop;
    this.last = { left: scrollLeft, top: scrollTop };
    this.adopt('scroll-top', scrollTop);
    this.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY });
    const edge = this.edge();
    if (edge && edge !== this.atEdge) {
      const isUpper = edge === 'top' || edge === 'left';
      this.fire(isUpper ? 'scrolltoupper' : 'scrolltolower', { direction: edge });
    }
    this.atEdge = edge;
  }

  private edge(): string {
    const upper = this.number('upper-threshold', 50);
    const lower = this.number('lower-threshold', 50);
    if (this.flag('scroll-y')) {
      if (this.scrollTop <= upper) return 'top';
      if (this.scrollTop + this.clientHeight >= this.scrollHeight - lower) return 'bottom';
    }
    if (this.flag('scroll-x')) {
      if (this.scrollLeft <= upper) return 'left';
      if (this.scrollLeft + this.clientWidth >= this.scrollWidth - lower) return 'right';
    }
    return '';
  }

  protected override changed(name: string): void {
    if (name === 'enhanced' || name === 'show-scrollbar') {
      const hidesBar = this.flag('enhanced') && !this.flag('show-scrollbar', true);
      this.style.scrollbarWidth = hidesBar ? 'none' : '';
    }
    if (name === 'refresher-background') {
      this.style.setProperty('--mp-refresher-background', this.text(name));
    }
    if (this.isConnected && ['refresher-enabled', 'refresher-triggered'].includes(name)) {
      if (this.flag('refresher-enabled')) this.addRefresher();
    }
    // The children of the same update do not exist yet.
    if (['scroll-top', 'scroll-left', 'scroll-into-view'].includes(name)) {
      requestAnimationFrame(() => this.scrollAsAsked(name));
    }
  }

  private scrollAsAsked(name: string): void {
    const behavior = this.flag('scroll-with-animation') ? 'smooth' : 'instant';
    if (name === 'scroll-top') this.scrollTo({ top: this.number(name, 0), behavior });
    else if (name === 'scroll-left') this.scrollTo({ left: this.number(name, 0), behavior });
    else if (this.text(name)) {
      const target = this.querySelector(`#${CSS.escape(this.text(name))}`);
      target?.scrollIntoView({ block: 'start', inline: 'start', behavior });
      const offset = this.number('scroll-into-view-offset', 0);
      if (offset !== 0) this.scrollBy({ [this.flag('scroll-x') ? 'left' : 'top']: offset, behavior });
    }
  }
}
