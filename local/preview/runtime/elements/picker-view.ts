import { BaseElement } from './base-element';

/** How long a column rests before it counts as chosen. */
const SETTLE_MS = 100;

/** Columns that scroll and snap; the item in the middle of each is chosen. */
export class PickerViewElement extends BaseElement {
  private chosen: number[] = [];

  protected override build(): void {
    requestAnimationFrame(() => this.showValue());
  }

  protected override changed(name: string): void {
    if (name === 'value' && this.isConnected) requestAnimationFrame(() => this.showValue());
  }

  private get columns(): PickerViewColumnElement[] {
    return [...this.querySelectorAll<PickerViewColumnElement>('wx-picker-view-column')];
  }

  private showValue(): void {
    const value = Array.isArray(this.props.value) ? this.props.value.map(Number) : [];
    this.chosen = this.columns.map((column, index) => column.show(value[index] ?? 0));
  }

  columnSettled(): void {
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
        this.closest<PickerViewElement>('wx-picker-view')?.columnSettled();
      }, SETTLE_MS);
    });
  }

  private itemHeight(): number {
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
