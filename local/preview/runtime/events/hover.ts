import type { BackendElement } from '../framework/backend';

interface Hoverable extends BackendElement {
  readonly props?: Readonly<Record<string, unknown>>;
}

const DEFAULTS: Readonly<Record<string, { hover: string; start: number; stay: number }>> = {
  'WX-BUTTON': { hover: 'button-hover', start: 20, stay: 70 },
  'WX-NAVIGATOR': { hover: 'navigator-hover', start: 50, stay: 600 },
  'WX-VIEW': { hover: 'none', start: 50, stay: 400 },
};

interface Pressed {
  readonly element: Hoverable;
  readonly hover: string;
  readonly stay: number;
  timer: number;
}

let pressed: Pressed[] = [];

/** Timers that remove the class; a new press on the same element cancels its timer. */
const leaving = new WeakMap<Hoverable, number>();

/** Gives `hover-class` to the elements under the finger, after `hover-start-time`. */
export function startHover(target: EventTarget | null): void {
  endHover(true);
  let node = target instanceof Element ? (target as Hoverable) : null;
  for (; node; node = node.parentElement as Hoverable | null) {
    const press = pressOf(node);
    if (!press) continue;
    pressed.push(press);
    if (node.props?.['hover-stop-propagation']) break;
  }
}

function pressOf(element: Hoverable): Pressed | null {
  const defaults = DEFAULTS[element.tagName];
  if (!defaults || !element.props || element.props.disabled) return null;
  const hover = String(element.props['hover-class'] ?? defaults.hover);
  if (hover === 'none' || hover === '') return null;
  const start = Number(element.props['hover-start-time'] ?? defaults.start);
  const stay = Number(element.props['hover-stay-time'] ?? defaults.stay);
  clearTimeout(leaving.get(element));
  const timer = window.setTimeout(() => toggle(element, hover, true), start);
  return { element, hover, stay, timer };
}

/** `now`: without `hover-stay-time`, as when the finger begins to scroll. */
export function endHover(now: boolean): void {
  for (const { element, hover, stay, timer } of pressed) {
    if (now) {
      clearTimeout(timer);
      toggle(element, hover, false);
    } else {
      const leave = window.setTimeout(() => toggle(element, hover, false), stay);
      leaving.set(element, leave);
    }
  }
  pressed = [];
}

function toggle(element: Hoverable, hover: string, on: boolean): void {
  const classes = element.__wxElement?.classList;
  for (const name of hover.split(/\s+/).filter(Boolean)) classes?.toggle(name, on);
}
