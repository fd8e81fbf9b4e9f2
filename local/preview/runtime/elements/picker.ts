import { showPickerSheet } from '../overlay/picker-sheet';
import { reportError, reportFault } from '../problem-log';
import { BaseElement } from './base-element';
import type { FormField } from './form-field';
import {
  type Columns,
  type DateFields,
  dateColumns,
  multiColumns,
  selectorColumns,
  timeColumns,
} from './picker-values';

export class PickerElement extends BaseElement implements FormField {
  protected override build(): void {
    this.onTap(() => {
      if (!this.flag('disabled')) this.open().catch(reportError);
    });
  }

  private async open(): Promise<void> {
    const columns = this.columns();
    if (!columns) return;
    const answer = await showPickerSheet({
      title: this.text('header-text'),
      columns: columns.labels,
      chosen: columns.chosen,
      columnChanged: (column, value) => this.fire('columnchange', { column, value }),
    });
    if (!answer) {
      this.fire('cancel', {});
      return;
    }
    const value = columns.value(answer);
    this.adopt('value', value);
    this.fire('change', { value });
  }

  private columns(): Columns | null {
    const { value, range, start, end, fields } = this.props;
    const limits = { start: text(start), end: text(end), fields: text(fields) as DateFields | undefined };
    const mode = this.text('mode') || 'selector';
    if (mode === 'selector') return selectorColumns(list(range), this.props['range-key'], value);
    if (mode === 'multiSelector') {
      return multiColumns(() => list(this.props.range).map(list), this.props['range-key'], value);
    }
    if (mode === 'time') return timeColumns(this.text('value'), limits.start, limits.end);
    if (mode === 'date') return dateColumns(this.text('value'), new Date(), limits);
    reportFault('tag', `picker mode="${mode}" is not supported by the preview`);
    return null;
  }

  formValue(): unknown {
    return this.props.value;
  }

  resetValue(): void {
    this.adopt('value', '');
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
