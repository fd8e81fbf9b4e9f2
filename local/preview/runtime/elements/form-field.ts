/** The interface of a form's fields. */
export interface FormField extends HTMLElement {
  readonly props: Readonly<Record<string, unknown>>;
  formValue(): unknown;
  resetValue(): void;
}

export function isFormField(element: Element): element is FormField {
  return 'formValue' in element;
}
