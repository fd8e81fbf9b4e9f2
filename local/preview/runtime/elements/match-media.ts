import { BaseElement } from './base-element';

const LENGTHS = ['min-width', 'max-width', 'width', 'min-height', 'max-height', 'height'];

/** Shows its children while the window is as described: https://developers.weixin.qq.com/miniprogram/dev/component/match-media.html */
export class MatchMediaElement extends BaseElement {
  private query: MediaQueryList | null = null;
  private readonly show = (): void => {
    this.style.display = this.query?.matches === false ? 'none' : '';
  };

  protected override build(): void {
    this.watch();
  }

  disconnectedCallback(): void {
    this.query?.removeEventListener('change', this.show);
  }

  protected override changed(): void {
    if (this.isConnected) this.watch();
  }

  private watch(): void {
    this.query?.removeEventListener('change', this.show);
    const lengths = LENGTHS.filter((name) => this.text(name)).map(
      (name) => `(${name}: ${this.text(name)}px)`,
    );
    const orientation = this.text('orientation');
    const all = orientation ? [...lengths, `(orientation: ${orientation})`] : lengths;
    this.query = matchMedia(all.join(' and ') || 'all');
    this.query.addEventListener('change', this.show);
    this.show();
  }
}
