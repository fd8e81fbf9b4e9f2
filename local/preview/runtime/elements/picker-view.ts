import { rpxToVw } from '../../build/rpx';
import { addPart, BaseElement } from './base-element';
import { scopedClasses } from './scoped-classes';

/** A column without scroll events for this long has stopped. */
const SCROLL_END_MS = 100;

/** Columns that scroll and snap; the item in the middle of each, between the lines of the indicator, is chosen. */
export class PickerViewElement extends BaseElement {
  private chosen: number[] = [];
  private readonly parts: Partial<Record<'mask' | 'indicator', HTMLElement>> = {};

  protected override build(): void {
    for (const name of ['mask', 'indicator'] as const) {
      this.parts[name] = addPart(this, 'div');
      this.dress(name);
    }
    requestAnimationFrame(() => this.showValue());
  }

  protected override changed(name: string): void {
    if (!this.isConnected) return;
    const part = /^(mask|indicator)-(?:style|class)$/.exec(name)?.[1];
    if (part) this.dress(part as 'mask' | 'indicator');
    if (part || name === 'value') requestAnimationFrame(() => this.showValue());
  }

  private dress(name: 'mask' | 'indicator'): void {
    const part = this.parts[name];
    if (!part) return;
    part.className = `mp-picker-${name} ${scopedClasses(this, this.text(`${name}-class`))}`;
    part.style.cssText = rpxToVw(this.text(`${name}-style`));
  }

  /** The items are as high as the page makes the indicator; otherwise the indicator is as high as they are. */
  private fitItems(): void {
    const { indicator } = this.parts;
    if (!indicator) return;
    const isAsked = this.text('indicator-style') !== '' || this.text('indicator-class') !== '';
    const height = isAsked ? Number.parseFloat(getComputedStyle(indicator).height) : 0;
    this.classList.toggle('mp-picker-fitted', height > 0);
    if (height > 0) this.style.setProperty('--mp-picker-item', `${height}px`);
    else this.style.setProperty('--mp-picker-item', `${this.columns[0]?.itemHeight() ?? 0}px`);
  }

  private get columns(): PickerViewColumnElement[] {
    return [...this.querySelectorAll<PickerViewColumnElement>('wx-picker-view-column')];
  }

  private showValue(): void {
    this.fitItems();
    const value = Array.isArray(this.props.value) ? this.props.value.map(Number) : [];
    this.chosen = this.columns.map((column, index) => column.show(value[index] ?? 0));
  }

  columnStopped(): void {
    const value = this.columns.map((column) => column.current());
    if (value.every((index, column) => index === this.chosen[column])) return;
    this.chosen = value;
    this.adopt('value', value);
    this.fire('change', { value });
  }
}

export class PickerViewColumnElement extends BaseElement {
  private timer = 0;

  protected override build(): void {
    this.addEventListener('scroll', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => {
        this.closest<PickerViewElement>('wx-picker-view')?.columnStopped();
      }, SCROLL_END_MS);
    });
  }

  itemHeight(): number {
    return this.firstElementChild?.getBoundingClientRect().height || 1;
  }

  /** The first and the last item can reach the middle too. */
  show(index: number): number {
    const height = this.itemHeight();
    this.style.paddingBlock = `${(this.clientHeight - height) / 2}px`;
    this.scrollTop = index * height;
    return index;
  }

  current(): number {
    return Math.round(this.scrollTop / this.itemHeight());
  }
}
