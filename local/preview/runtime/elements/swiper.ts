import { rpxToVw } from '../../build/rpx';
import { animateScroll } from './animate-scroll';
import { addPart, BaseElement } from './base-element';

/** Pull distance past the last item that wraps to the first, px. */
const WRAP_PX = 40;
/** Items without scroll events for this long have stopped. */
const SCROLL_END_MS = 80;

/** Items that scroll and snap, with the margins and the number of items beside each other in CSS variables. */
export class SwiperElement extends BaseElement {
  private current = 0;
  private dots: HTMLElement | null = null;
  private timer = 0;
  private stopScrollAnimation = (): void => undefined;
  private dragFrom: number | null = null;

  protected override build(): void {
    this.addEventListener('scroll', () => this.scrolled(), { passive: true });
    this.addEventListener('touchstart', (event) => this.dragBegins(event), { passive: true });
    this.addEventListener('touchend', (event) => this.dragEnds(event), { passive: true });
    requestAnimationFrame(() => {
      this.goTo(this.wantedIndex(), 0);
      this.drawDots();
    });
    this.autoplay();
  }

  private scrolled(): void {
    const shown = this.items[this.current];
    if (shown) {
      const travelled = this.position - this.startOf(shown);
      const [dx, dy] = this.isVertical ? [0, travelled] : [travelled, 0];
      this.fire('transition', { dx, dy, current: this.current });
    }
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.scrollEnded(), SCROLL_END_MS);
  }

  private scrollEnded(): void {
    const distance = (item: HTMLElement): number => Math.abs(this.startOf(item) - this.position);
    const nearest = Math.min(...this.items.map(distance));
    const current = Math.max(
      0,
      this.items.findIndex((item) => distance(item) === nearest),
    );
    if (current !== this.current) this.moved(current, 'touch');
    this.fire('animationfinish', { current, source: 'touch', currentItemId: this.idOf(current) });
  }

  private moved(current: number, source: string): void {
    this.current = current;
    this.adopt('current', current);
    const currentItemId = this.idOf(current);
    this.adopt('current-item-id', currentItemId);
    this.fire('change', { current, source, currentItemId });
    this.drawDots();
  }

  protected override changed(name: string): void {
    if (['current', 'current-item-id'].includes(name) && this.isConnected) this.goTo(this.wantedIndex(name));
    if (name === 'vertical') this.classList.toggle('mp-vertical', this.isVertical);
    if (name === 'previous-margin' || name === 'next-margin') {
      this.style.setProperty(`--mp-${name}`, lengthOf(this.text(name)));
    }
    if (name === 'display-multiple-items')
      this.style.setProperty('--mp-items', String(Math.max(1, this.number(name, 1))));
    if (name.startsWith('indicator')) this.drawDots();
  }

  private get isVertical(): boolean {
    return this.flag('vertical');
  }

  private get items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(':scope > wx-swiper-item, :scope > * > wx-swiper-item')];
  }

  private get position(): number {
    return this.isVertical ? this.scrollTop : this.scrollLeft;
  }

  private startOf(item: HTMLElement): number {
    const first = this.items[0] ?? item;
    return this.isVertical ? item.offsetTop - first.offsetTop : item.offsetLeft - first.offsetLeft;
  }

  private idOf(index: number): string {
    return (this.items[index] as BaseElement | undefined)?.text('item-id') ?? '';
  }

  private wantedIndex(name = this.text('current-item-id') ? 'current-item-id' : 'current'): number {
    if (name === 'current') return this.number('current', 0);
    return Math.max(
      0,
      this.items.findIndex((_, index) => this.idOf(index) === this.text('current-item-id')),
    );
  }

  private goTo(index: number, duration = this.number('duration', 500)): void {
    this.current = index;
    const item = this.items[index];
    if (!item) return;
    this.stopScrollAnimation();
    const axis = this.isVertical ? 'scrollTop' : 'scrollLeft';
    this.stopScrollAnimation = animateScroll(this, axis, this.startOf(item), {
      duration,
      easing: this.text('easing-function'),
    });
  }

  private autoplay(): void {
    window.setInterval(
      () => {
        if (!this.flag('autoplay') || !this.isConnected || document.hidden) return;
        this.turnTo((this.current + 1) % Math.max(1, this.items.length), 'autoplay');
      },
      this.number('interval', 5000),
    );
  }

  private turnTo(index: number, source: string): void {
    this.goTo(index);
    this.moved(index, source);
  }

  private dragBegins({ touches }: TouchEvent): void {
    this.stopScrollAnimation();
    const touch = touches[0];
    this.dragFrom = touch ? (this.isVertical ? touch.clientY : touch.clientX) : null;
  }

  /** With `circular` the item after the last one is the first. */
  private dragEnds({ changedTouches }: TouchEvent): void {
    const touch = changedTouches[0];
    if (!touch || this.dragFrom === null || !this.flag('circular')) return;
    const pulled = this.dragFrom - (this.isVertical ? touch.clientY : touch.clientX);
    const last = this.items.length - 1;
    if (pulled > WRAP_PX && this.current === last) this.turnTo(0, 'touch');
    if (pulled < -WRAP_PX && this.current === 0) this.turnTo(last, 'touch');
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

const lengthOf = (text: string): string => rpxToVw(/^\d+$/.test(text) ? `${text}px` : text);
