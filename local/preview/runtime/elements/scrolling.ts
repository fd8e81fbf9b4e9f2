import { addPart, BaseElement } from './base-element';

export class ScrollViewElement extends BaseElement {
  private last = { left: 0, top: 0 };
  private atEdge = '';

  protected override build(): void {
    this.addEventListener('scroll', () => this.scrolled(), { passive: true });
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
    // The children of the same update are not there yet.
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
    }
  }
}

export class SwiperElement extends BaseElement {
  private current = 0;
  private dots: HTMLElement | null = null;
  private timer = 0;

  protected override build(): void {
    this.addEventListener('scroll', () => this.settle(), { passive: true });
    requestAnimationFrame(() => {
      this.goTo(this.number('current', 0), 'instant');
      this.drawDots();
    });
    this.autoplay();
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const size = this.isVertical ? this.clientHeight : this.clientWidth;
      const position = this.isVertical ? this.scrollTop : this.scrollLeft;
      const current = size > 0 ? Math.round(position / size) : 0;
      if (current !== this.current) this.moved(current, 'touch');
      this.fire('animationfinish', { current, source: 'touch' });
    }, 80);
  }

  private moved(current: number, source: string): void {
    this.current = current;
    this.adopt('current', current);
    this.fire('change', { current, source, currentItemId: '' });
    this.drawDots();
  }

  protected override changed(name: string): void {
    if (name === 'current' && this.isConnected) this.goTo(this.number('current', 0), 'smooth');
    if (name === 'vertical') this.classList.toggle('mp-vertical', this.isVertical);
    if (name.startsWith('indicator')) this.drawDots();
  }

  private get isVertical(): boolean {
    return this.flag('vertical');
  }

  private get items(): Element[] {
    return [...this.querySelectorAll(':scope > wx-swiper-item, :scope > * > wx-swiper-item')];
  }

  private goTo(index: number, behavior: ScrollBehavior): void {
    this.current = index;
    this.scrollTo({ left: index * this.clientWidth, top: index * this.clientHeight, behavior });
  }

  private autoplay(): void {
    window.setInterval(
      () => {
        if (!this.flag('autoplay') || !this.isConnected || document.hidden) return;
        const next = (this.current + 1) % Math.max(1, this.items.length);
        this.goTo(next, 'smooth');
        this.moved(next, 'autoplay');
      },
      this.number('interval', 5000),
    );
  }

  private drawDots(): void {
    if (!this.flag('indicator-dots')) return;
    this.dots ??= addPart(this, 'div', 'mp-dots');
    const dots = this.items.map((_, index) => {
      const dot = document.createElement('i');
      dot.classList.toggle('mp-on', index === this.current);
      return dot;
    });
    this.dots.replaceChildren(...dots);
  }
}
