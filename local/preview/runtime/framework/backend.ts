import * as glassEasel from 'glass-easel';

/** A DOM node that glass-easel made; built-ins take raw values through `set`. */
export interface BackendElement extends HTMLElement {
  __wxElement?: glassEasel.Element;
  /** Two-way bindings by property name. */
  models?: Record<string, (value: unknown) => void>;
  set?(name: string, value: unknown): void;
}

type Context = glassEasel.CurrentWindowBackendContext;

/** The browser's DOM as glass-easel's backend: every tag `x` becomes an element `wx-x`. */
export function createBackend(): Context {
  const context = new glassEasel.CurrentWindowBackendContext();
  const factory = {
    createElement: (tag: string) => document.createElement(`wx-${tag}`),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  };
  context.document = factory as unknown as Context['document'];
  // The bundler makes the style sheets, and the pointer dispatcher fires the events.
  context.appendStyleSheetPath = () => 0;
  context.setListenerStats = () => undefined;
  context.setModelBindingStat = (element, name, listener) => {
    const node = element as unknown as BackendElement;
    node.models ??= {};
    if (listener) node.models[name] = listener;
    else delete node.models[name];
  };
  return context;
}

/** The nearest glass-easel element at or above a DOM node. */
export function elementOf(target: EventTarget | null): glassEasel.Element | null {
  for (let node = target as Node | null; node; node = node.parentNode) {
    const found = (node as BackendElement).__wxElement;
    if (found) return found;
  }
  return null;
}

/** Backend DOM node of a glass-easel element. */
export function domOf(element: glassEasel.Element | null | undefined): BackendElement | null {
  return (element?.$$ as unknown as BackendElement | undefined) ?? null;
}
