import { reportError, reportProblem } from '../problem-log';
import { BaseElement } from './base-element';
import { isFormField } from './form-field';
import { openTypeProblem, runOpenTypes } from './open-types';

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
    const problem = name === 'open-type' ? openTypeProblem(this.text('open-type')) : null;
    if (problem) reportProblem({ kind: 'tag', ...problem, place: '' });
  }

  private tapped(): void {
    if (this.flag('disabled')) return;
    const form = this.closest<FormElement>('wx-form');
    if (this.text('form-type') === 'submit') form?.submit();
    if (this.text('form-type') === 'reset') form?.reset();
    const fire = (type: string, detail: object): void => this.fire(type, detail);
    runOpenTypes(this, this.text('open-type'), fire).catch(reportError);
  }
}
