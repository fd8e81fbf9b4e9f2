import { addPart, BaseElement } from './base-element';

/** The placeholder that WeChat shows since it no longer discloses names and pictures. */
const NICKNAME = '微信用户';

/** https://developers.weixin.qq.com/miniprogram/dev/component/open-data.html */
export class OpenDataElement extends BaseElement {
  private label: HTMLElement | null = null;

  protected override build(): void {
    this.label = addPart(this, 'span');
    this.draw();
  }

  protected override changed(): void {
    this.draw();
  }

  private draw(): void {
    if (this.label) this.label.textContent = this.text('type') === 'userNickName' ? NICKNAME : '';
  }
}
