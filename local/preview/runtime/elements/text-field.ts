import { reportFault } from '../problem-log';
import { addPart, BaseElement } from './base-element';
import type { FormField } from './form-field';
import { drawPlaceholder } from './placeholder';

/** Height of a line whose style says `normal`, in font sizes. */
const NORMAL_LINE = 1.3;
/** WeChat's limit for a field without `maxlength`. */
const DEFAULT_MAX_LENGTH = 140;
const KEYBOARDS: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  tel: 'tel',
};

abstract class TextField<Control extends HTMLInputElement | HTMLTextAreaElement>
  extends BaseElement
  implements FormField
{
  private control: Control | null = null;

  protected abstract createControl(): Control;

  protected override build(): void {
    const control = this.createControl();
    this.control = control;
    control.maxLength = DEFAULT_MAX_LENGTH;
    control.addEventListener('input', (event) => {
      event.stopPropagation();
      this.typed(control);
    });
    control.addEventListener('focus', () => this.fire('focus', { value: control.value, height: 0 }));
    control.addEventListener('blur', () => {
      this.fire('blur', { value: control.value, cursor: control.selectionStart ?? 0 });
      // WeChat reviews nicknames; here every one passes.
      if (this.text('type') === 'nickname') this.fire('nicknamereview', { pass: true, timeout: false });
    });
    control.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'Enter') return;
      this.fire('confirm', { value: control.value });
      if (control instanceof HTMLInputElement && !this.flag('confirm-hold')) control.blur();
    });
    control.addEventListener('change', (event) => event.stopPropagation());
    for (const [name, value] of Object.entries(this.props)) this.apply(control, name, value);
    drawPlaceholder(this, control);
  }

  private typed(control: Control): void {
    this.adopt('value', control.value);
    const { value } = control;
    this.fire('input', { value, cursor: control.selectionStart ?? value.length, keyCode: 0 });
    drawPlaceholder(this, control);
    this.resized();
  }

  protected resized(): void {}

  protected override changed(name: string, value: unknown): void {
    if (!this.control) return;
    this.apply(this.control, name, value);
    if (name === 'value' || name.startsWith('placeholder')) drawPlaceholder(this, this.control);
  }

  protected apply(control: Control, name: string, value: unknown): void {
    const text = value === null || value === undefined ? '' : String(value);
    if (name === 'value' && control.value !== text) {
      control.value = text;
      this.resized();
    } else if (name === 'placeholder') control.placeholder = text;
    else if (name === 'disabled') control.disabled = this.flag('disabled');
    else if (name === 'focus' || name === 'auto-focus') this.focusControl(control, this.flag(name));
    else if (['cursor', 'selection-start', 'selection-end'].includes(name)) this.select(control);
    else if (name === 'cursor-color') control.style.caretColor = text;
    else if (name === 'confirm-type') control.enterKeyHint = text;
    else if (name === 'aria-label') control.setAttribute('aria-label', text);
    else if (name === 'maxlength') applyMaxLength(control, Number(text));
    else if (control instanceof HTMLInputElement) applyInputKind(control, this.props);
    if (name === 'type' && text === 'safe-password')
      reportFault('tag', 'input type="safe-password" is shown by the preview, and not encrypted');
  }

  private focusControl(control: Control, on: boolean): void {
    requestAnimationFrame(() => {
      if (!on) {
        control.blur();
        return;
      }
      control.focus({ preventScroll: false });
      this.select(control);
    });
  }

  /** Cursor position or selection that the page sets, while the field has the focus. */
  private select(control: Control): void {
    if (document.activeElement !== control) return;
    const cursor = this.number('cursor', -1);
    const start = this.number('selection-start', -1);
    const end = this.number('selection-end', -1);
    if (start >= 0 && end >= 0) control.setSelectionRange(start, end);
    else if (cursor >= 0) control.setSelectionRange(cursor, cursor);
  }

  formValue(): string {
    return this.control?.value ?? this.text('value');
  }

  resetValue(): void {
    if (this.control) this.control.value = '';
    this.adopt('value', '');
  }
}

function applyMaxLength(control: HTMLInputElement | HTMLTextAreaElement, length: number): void {
  if (length < 0) control.removeAttribute('maxlength');
  else control.maxLength = length;
}

function applyInputKind(control: HTMLInputElement, props: Readonly<Record<string, unknown>>): void {
  const isSecret = props.password === true || props.password === '' || props.type === 'safe-password';
  control.type = isSecret ? 'password' : 'text';
  control.inputMode = KEYBOARDS[String(props.type ?? '')] ?? 'text';
}

export class InputElement extends TextField<HTMLInputElement> {
  protected override createControl(): HTMLInputElement {
    return addPart(this, 'input');
  }
}

export class TextareaElement extends TextField<HTMLTextAreaElement> {
  private area: HTMLTextAreaElement | null = null;
  private lines = 1;

  protected override createControl(): HTMLTextAreaElement {
    this.area = addPart(this, 'textarea');
    requestAnimationFrame(() => this.resized());
    return this.area;
  }

  protected override resized(): void {
    if (!this.area) return;
    this.countLines(this.area);
    if (!this.flag('auto-height')) return;
    this.area.style.height = 'auto';
    this.style.height = `${this.area.scrollHeight}px`;
    this.area.style.height = '100%';
  }
  private countLines(area: HTMLTextAreaElement): void {
    const { lineHeight, fontSize, paddingTop, paddingBottom } = getComputedStyle(area);
    const ofLine = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * NORMAL_LINE;
    const kept = area.style.height;
    area.style.height = '0';
    const height = area.scrollHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
    area.style.height = kept;
    const lineCount = Math.max(1, Math.round(height / ofLine));
    if (lineCount === this.lines) return;
    this.lines = lineCount;
    this.fire('linechange', { height, lineCount, lineHeight: ofLine });
  }
}
