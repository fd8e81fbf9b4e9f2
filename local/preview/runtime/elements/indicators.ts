import { addPart, BaseElement } from './base-element';
import type { FormField } from './form-field';

export class ProgressElement extends BaseElement {
  private bar: HTMLElement | null = null;

  protected override build(): void {
    this.bar = addPart(addPart(this, 'div', 'mp-track'), 'i');
    this.setAttribute('role', 'progressbar');
    this.draw();
  }

  protected override changed(): void {
    this.draw();
  }

  private draw(): void {
    if (!this.bar) return;
    const percent = Math.min(100, Math.max(0, this.number('percent', 0)));
    this.setAttribute('aria-valuenow', String(percent));
    this.bar.style.width = `${percent}%`;
    this.bar.style.background = this.text('activeColor') || this.text('active-color') || this.text('color');
    this.bar.parentElement?.style.setProperty('height', `${this.number('stroke-width', 6)}px`);
    this.classList.toggle('mp-info', this.flag('show-info'));
    this.dataset.info = `${percent}%`;
  }
}

export class SliderElement extends BaseElement implements FormField {
  private range: HTMLInputElement | null = null;
  private shown: HTMLElement | null = null;

  protected override build(): void {
    const range = addPart(this, 'input');
    range.type = 'range';
    this.range = range;
    this.shown = this.appendChild(document.createElement('span'));
    this.draw();
    range.addEventListener('input', (event) => {
      event.stopPropagation();
      this.paint(range);
      this.fire('changing', { value: Number(range.value) });
    });
    range.addEventListener('change', (event) => {
      event.stopPropagation();
      this.adopt('value', Number(range.value));
      this.fire('change', { value: Number(range.value) });
    });
  }

  protected override changed(): void {
    this.draw();
  }

  private draw(): void {
    if (!this.range) return;
    this.range.min = String(this.number('min', 0));
    this.range.max = String(this.number('max', 100));
    this.range.step = String(this.number('step', 1));
    this.range.value = String(this.number('value', 0));
    this.range.disabled = this.flag('disabled');
    this.paint(this.range);
  }

  /** The part left of the thumb has the active colour. */
  private paint(range: HTMLInputElement): void {
    const [min, max] = [Number(range.min), Number(range.max)];
    const share = max > min ? ((Number(range.value) - min) / (max - min)) * 100 : 0;
    const active = this.text('active-color') || this.text('selected-color') || '#1aad19';
    const rest = this.text('background-color') || this.text('color') || '#e9e9e9';
    if (this.shown) this.shown.textContent = this.flag('show-value') ? range.value : '';
    range.style.setProperty('--mp-block', `${this.number('block-size', 28)}px`);
    range.style.setProperty('--mp-block-color', this.text('block-color') || '#fff');
    const colours = `linear-gradient(90deg, ${active} ${share}%, ${rest} ${share}%)`;
    range.style.background = `${colours} center / 100% 2px no-repeat`;
  }

  formValue(): number {
    return Number(this.range?.value ?? this.number('value', 0));
  }

  resetValue(): void {
    this.adopt('value', this.number('min', 0));
    this.draw();
  }
}

/** Sign and colour of each icon type: https://developers.weixin.qq.com/miniprogram/dev/component/icon.html */
const ICONS: Readonly<Record<string, readonly [sign: string, colour: string]>> = {
  success: ['✓', '#09BB07'],
  success_no_circle: ['✓', '#09BB07'],
  info: ['i', '#10AEFF'],
  warn: ['!', '#F76260'],
  waiting: ['⋯', '#10AEFF'],
  cancel: ['✕', '#F43530'],
  download: ['↓', '#09BB07'],
  search: ['⌕', '#B2B2B2'],
  clear: ['✕', '#B2B2B2'],
};

export class IconElement extends BaseElement {
  private sign: HTMLElement | null = null;

  protected override build(): void {
    this.sign = addPart(this, 'i', 'mp-sign');
    this.draw();
  }

  protected override changed(): void {
    this.draw();
  }

  private draw(): void {
    if (!this.sign) return;
    const [sign, colour] = ICONS[this.text('type')] ?? ['?', '#888'];
    const size = this.number('size', 23);
    this.sign.textContent = sign;
    this.style.cssText = `width:${size}px;height:${size}px;line-height:${size}px;font-size:${size * 0.7}px`;
    this.style.background = this.text('color') || colour;
  }
}
