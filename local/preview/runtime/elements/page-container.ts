import { pageOf } from '../router/page-stack';
import { ForwardingElement } from './forwarding-element';

const DURATION_MS = 300;

/**
 * A sheet over the page that "back" closes instead of the page:
 * https://developers.weixin.qq.com/miniprogram/dev/component/page-container.html
 */
export class PageContainerElement extends ForwardingElement {
  private readonly shade = document.createElement('div');
  private isShown = false;
  private isPressed = false;
  private readonly close = (): void => {
    this.adopt('show', false);
    this.update();
  };

  protected override build(): void {
    this.shade.className = 'mp-container-shade';
    // The click after the touch that opened the sheet would close it, so only a touch that started here counts.
    this.shade.addEventListener('pointerdown', () => {
      this.isPressed = true;
    });
    this.shade.addEventListener('click', () => this.shadeClicked());
    this.append(this.shade, this.box);
    this.style.display = 'none';
    this.draw();
    this.updateLater();
  }

  disconnectedCallback(): void {
    this.releaseBack();
  }

  protected override changed(name: string): void {
    if (!this.isConnected) return;
    if (name === 'show') this.updateLater();
    else this.draw();
  }

  private shadeClicked(): void {
    if (!this.isPressed) return;
    this.isPressed = false;
    this.fire('clickoverlay', {});
    this.close();
  }

  private draw(): void {
    this.shade.hidden = !this.flag('overlay', true);
    this.shade.style.cssText = this.text('overlay-style');
    this.box.className = `mp-container mp-${this.text('position') || 'bottom'}`;
    this.box.classList.toggle('mp-round', this.flag('round'));
    this.box.style.cssText = this.text('custom-style');
    this.style.zIndex = this.text('z-index') || '100';
  }

  /** Its events change data, so they must not fire during the update that shows it. */
  private updateLater(): void {
    queueMicrotask(() => this.update());
  }

  private update(): void {
    const show = this.flag('show');
    if (show === this.isShown) return;
    this.isShown = show;
    const open = pageOf(this);
    if (show && open) open.leaving.container = this.close;
    if (!show) this.releaseBack();
    this.stage(show ? ['beforeenter', 'enter', 'afterenter'] : ['beforeleave', 'leave', 'afterleave'], show);
  }

  private releaseBack(): void {
    const open = pageOf(this);
    if (open?.leaving.container === this.close) open.leaving.container = undefined;
  }

  /** Fires the three events of opening or closing; the last one when the transition has ended. */
  private stage([before = '', during = '', after = '']: readonly string[], show: boolean): void {
    this.fire(before, {});
    if (show) this.style.display = '';
    this.fire(during, {});
    setTimeout(
      () => {
        if (this.isShown !== show) return;
        if (!show) this.style.display = 'none';
        this.fire(after, {});
      },
      this.number('duration', DURATION_MS),
    );
  }
}
