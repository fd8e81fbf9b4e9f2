import { callWx } from '../call-wx';
import { reportProblem } from '../problem-log';
import { BaseElement } from './base-element';
import { isFormField } from './form-field';

export class FormElement extends BaseElement {
  submit(): void {
    this.fire('submit', { value: this.values() });
  }

  reset(): void {
    for (const field of this.fields()) field.resetValue();
    this.fire('reset', {});
  }

  private fields() {
    return [...this.querySelectorAll('[name]')].filter(isFormField);
  }

  private values(): Record<string, unknown> {
    return Object.fromEntries(this.fields().map((field) => [String(field.props.name), field.formValue()]));
  }
}

const SUPPORTED_OPEN_TYPES = ['share', 'openSetting', 'agreePrivacyAuthorization', ''];

export class ButtonElement extends BaseElement {
  protected override build(): void {
    if (!this.hasAttribute('role')) this.setAttribute('role', 'button');
    this.tabIndex = 0;
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ')
        this.fire('tap', { x: 0, y: 0 }, { bubbles: true, composed: true });
    });
    this.onTap(() => this.tapped());
  }

  protected override changed(name: string): void {
    if (name === 'disabled') this.setAttribute('aria-disabled', String(this.flag('disabled')));
    const openType = this.text('open-type');
    if (name === 'open-type' && !SUPPORTED_OPEN_TYPES.includes(openType)) {
      const message = `button open-type="${openType}" is not supported by the preview`;
      reportProblem({ kind: 'tag', message, place: '' });
    }
  }

  private tapped(): void {
    if (this.flag('disabled')) return;
    const form = this.closest<FormElement>('wx-form');
    if (this.text('form-type') === 'submit') form?.submit();
    if (this.text('form-type') === 'reset') form?.reset();
    if (this.text('open-type') === 'openSetting') callWx('openSetting', {});
    if (this.text('open-type') === 'agreePrivacyAuthorization') {
      this.dispatchEvent(new CustomEvent('mp-privacy-agreed', { bubbles: true }));
      this.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
    }
  }
}
