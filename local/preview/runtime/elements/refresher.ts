import { addPart, type BaseElement } from './base-element';

/** WeChat's default: pull distance that triggers a refresh, px. */
const DEFAULT_THRESHOLD_PX = 45;
/** The content follows the finger at half its speed. */
const DRAG = 0.5;

/** The scroll-view's interface for its refresher. */
interface Owner {
  readonly element: BaseElement;
  fire(type: string, detail: object): void;
  /** Adopts that the person has triggered it. */
  adoptTriggered(triggered: boolean): void;
}

/** Pulling a scroll-view down at its top: `refresher-*` of https://developers.weixin.qq.com/miniprogram/dev/component/scroll-view.html */
export class Refresher {
  private startY: number | null = null;
  private pulled = 0;
  private isRefreshing = false;

  constructor(private readonly owner: Owner) {
    const { element } = owner;
    const dots = addPart(element, 'div', 'mp-refresher');
    for (let dot = 0; dot < 3; dot++) addPart(dots, 'i');
    element.addEventListener('touchstart', ({ touches }) => this.begin(touches[0]), { passive: true });
    element.addEventListener('touchmove', (event) => this.follow(event));
    element.addEventListener('touchend', () => this.release());
    element.addEventListener('touchcancel', () => this.release());
  }

  private get isEnabled(): boolean {
    return this.owner.element.flag('refresher-enabled');
  }

  private get threshold(): number {
    return this.owner.element.number('refresher-threshold', DEFAULT_THRESHOLD_PX);
  }

  private begin(touch: Touch | undefined): void {
    const isReady = this.isEnabled && !this.isRefreshing && this.owner.element.scrollTop <= 0;
    this.startY = isReady && touch ? touch.clientY : null;
    this.pulled = 0;
  }

  private follow(event: TouchEvent): void {
    const touch = event.touches[0];
    if (this.startY === null || !touch) return;
    const pulled = (touch.clientY - this.startY) * DRAG;
    if (pulled <= 0 && this.pulled === 0) return;
    // Otherwise the browser scrolls the page instead, and cancels the touch.
    if (event.cancelable) event.preventDefault();
    this.pulled = Math.max(0, pulled);
    this.open(this.pulled);
    this.owner.fire('refresherpulling', { dy: this.pulled });
  }

  private release(): void {
    if (this.startY === null) return;
    this.startY = null;
    if (this.pulled === 0) return;
    if (this.pulled >= this.threshold) {
      this.owner.adoptTriggered(true);
      this.refresh();
    } else {
      this.open(0);
      this.owner.fire('refresherabort', { dy: this.pulled });
    }
  }

  /** `refresher-triggered` has this value now. */
  triggered(triggered: boolean): void {
    if (triggered && this.isEnabled && !this.isRefreshing) this.refresh();
    if (triggered || !this.isRefreshing) return;
    this.isRefreshing = false;
    this.open(0);
    this.owner.fire('refresherrestore', { dy: 0 });
  }

  private refresh(): void {
    this.isRefreshing = true;
    this.open(this.threshold);
    this.owner.fire('refresherrefresh', { dy: this.pulled });
  }

  private open(height: number): void {
    this.owner.element.style.setProperty('--mp-refresher', `${height}px`);
  }
}
