type Children = readonly (Node | string)[];

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  children: Children = [],
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A labelled part of the panel. */
export function section(title: string, children: Children, extra: Children = []): HTMLElement {
  return el('section', {}, [el('h2', {}, [title, ...extra]), ...children]);
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One choice of a few, side by side. */
export function segments(
  label: string,
  choices: readonly Choice[],
  chosen: string,
  choose: (value: string) => void,
) {
  const group = el('div', { className: 'segments', role: 'radiogroup', ariaLabel: label });
  for (const { value, label: text } of choices) {
    const isOn = value === chosen;
    const button = el('button', {
      type: 'button',
      role: 'radio',
      textContent: text,
      ariaChecked: String(isOn),
    });
    button.addEventListener('click', () => choose(value));
    group.append(button);
  }
  return group;
}

export function row(label: string, control: HTMLElement): HTMLElement {
  return el('div', { className: 'row' }, [el('span', { textContent: label }), control]);
}

export function numberField(
  label: string,
  value: number,
  step: string,
  changed: (value: number) => void,
): HTMLElement {
  const input = el('input', { type: 'number', step, value: String(value) });
  input.addEventListener('change', () => {
    if (Number.isFinite(input.valueAsNumber)) changed(input.valueAsNumber);
  });
  return el('label', { className: 'field' }, [el('span', { textContent: label }), input]);
}

export function toggle(label: string, on: boolean, changed: (on: boolean) => void): HTMLElement {
  const input = el('input', { type: 'checkbox', checked: on });
  input.addEventListener('change', () => changed(input.checked));
  return el('label', { className: 'toggle' }, [el('span', { textContent: label }), input]);
}

export function textField(label: string, value: string, changed: (value: string) => void): HTMLElement {
  const input = el('input', { type: 'text', value });
  input.addEventListener('change', () => changed(input.value));
  return el('label', { className: 'field' }, [el('span', { textContent: label }), input]);
}
