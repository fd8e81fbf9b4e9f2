import { addPart, BaseElement } from './base-element';
import type { FormField } from './form-field';

abstract class ChoiceElement extends BaseElement {
  protected abstract readonly kind: 'checkbox' | 'radio';
  protected input: HTMLInputElement | null = null;

  protected override build(): void {
    const input = addPart(this, 'input');
    input.type = this.kind;
    input.checked = this.flag('checked');
    input.disabled = this.flag('disabled');
    this.copyLabel(input);
    input.addEventListener('change', (event) => {
      event.stopPropagation();
      this.adopt('checked', input.checked);
      this.userChanged(input.checked);
    });
    this.input = input;
  }

  protected override changed(name: string): void {
    if (name === 'color') this.style.setProperty('--mp-choice-color', this.text('color'));
    if (!this.input) return;
    if (name === 'checked') this.input.checked = this.flag('checked');
    if (name === 'disabled') this.input.disabled = this.flag('disabled');
    if (name === 'aria-label') this.copyLabel(this.input);
  }

  private copyLabel(input: HTMLInputElement): void {
    if (this.text('aria-label')) input.setAttribute('aria-label', this.text('aria-label'));
  }

  protected abstract userChanged(checked: boolean): void;

  get isChecked(): boolean {
    return this.input ? this.input.checked : this.flag('checked');
  }

  setChecked(checked: boolean): void {
    if (this.input) this.input.checked = checked;
    this.adopt('checked', checked);
  }

  get choiceValue(): string {
    return this.text('value');
  }
}

export class SwitchElement extends ChoiceElement implements FormField {
  protected override readonly kind = 'checkbox';

  protected override userChanged(checked: boolean): void {
    this.fire('change', { value: checked });
  }

  formValue(): boolean {
    return this.isChecked;
  }

  resetValue(): void {
    this.setChecked(false);
  }
}

export class CheckboxElement extends ChoiceElement {
  protected override readonly kind = 'checkbox';

  protected override userChanged(): void {
    this.closest<CheckboxGroupElement>('wx-checkbox-group')?.memberChanged();
  }
}

export class RadioElement extends ChoiceElement {
  protected override readonly kind = 'radio';

  protected override userChanged(): void {
    this.closest<RadioGroupElement>('wx-radio-group')?.memberChanged(this);
  }
}

export class CheckboxGroupElement extends BaseElement implements FormField {
  memberChanged(): void {
    this.fire('change', { value: this.formValue() });
  }

  private get members(): CheckboxElement[] {
    return [...this.querySelectorAll<CheckboxElement>('wx-checkbox')];
  }

  formValue(): string[] {
    return this.members.filter((member) => member.isChecked).map((member) => member.choiceValue);
  }

  resetValue(): void {
    for (const member of this.members) member.setChecked(false);
  }
}

export class RadioGroupElement extends BaseElement implements FormField {
  memberChanged(chosen: RadioElement): void {
    for (const member of this.members) if (member !== chosen) member.setChecked(false);
    this.fire('change', { value: chosen.choiceValue });
  }

  private get members(): RadioElement[] {
    return [...this.querySelectorAll<RadioElement>('wx-radio')];
  }

  formValue(): string {
    return this.members.find((member) => member.isChecked)?.choiceValue ?? '';
  }

  resetValue(): void {
    for (const member of this.members) member.setChecked(false);
  }
}

/** A tap on the label is a tap on its control: the one with the id in `for`, or the first inside. */
export class LabelElement extends BaseElement {
  protected override build(): void {
    this.addEventListener('click', (event) => {
      const target = event.target as Element;
      if (target.closest('input, textarea, wx-button, wx-switch, wx-checkbox, wx-radio')) return;
      this.control()?.click();
    });
  }

  private control(): HTMLElement | null {
    const id = this.text('for');
    const page = this.closest('wx-page');
    const owner = id ? page?.querySelector(`#${CSS.escape(id)}`) : this;
    return owner?.querySelector<HTMLElement>('input, textarea') ?? null;
  }
}
