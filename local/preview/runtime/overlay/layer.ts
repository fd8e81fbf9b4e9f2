/** The layer above the pages for WeChat's own interface. */
export function overlayLayer(): HTMLElement {
  return document.querySelector<HTMLElement>('mp-overlay') ?? document.body.appendChild(createLayer());
}

/**
 * The browser sends a click after the touch that made a page open a sheet. It would hit the sheet, so a click
 * counts only if its touch started on the layer. Keyboards click without a pointer (`detail` 0).
 */
function createLayer(): HTMLElement {
  const layer = document.createElement('mp-overlay');
  let isPressed = false;
  const press = (): void => {
    isPressed = true;
  };
  layer.addEventListener('pointerdown', press, true);
  layer.addEventListener(
    'click',
    (event) => {
      if (!isPressed && event.detail > 0) event.stopImmediatePropagation();
      isPressed = false;
    },
    true,
  );
  return layer;
}

export function make(tag: string, className = '', text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** A button of WeChat's own dialogs. */
export function makeButton(className: string, text: string, pressed: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = text;
  button.addEventListener('click', pressed);
  return button;
}
