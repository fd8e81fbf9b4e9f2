import * as glassEasel from 'glass-easel';
import { rpxToVw } from '../../build/rpx';
import { unknownTagLevel } from '../../shared/html-tags';
import { allProblems, reportProblem } from '../problem-log';
import { type BackendElement, domOf } from './backend';

/** Behaviour of the real base library that glass-easel 0.12.1 leaves to its host. */
export function patchFramework(): void {
  passRawValues();
  convertInlineRpx();
  writeDataAttributes();
  writeSlotNames();
  fireReady();
  reportUnknownTags();
  nameWxsConstructors();
}

/** Built-ins need arrays and objects unchanged; the default converts them to text. */
function passRawValues(): void {
  glassEasel.NativeNode.prototype.updateAttribute = function updateAttribute(name, value) {
    const node = this as unknown as { _$nodeAttributes?: Record<string, unknown> };
    node._$nodeAttributes ??= {};
    node._$nodeAttributes[name] = value;
    const element = domOf(this);
    if (element?.set) element.set(name, value);
    else if (value === false || value === null || value === undefined) element?.removeAttribute(name);
    else element?.setAttribute(name, value === true ? '' : String(value));
  };
}

function convertInlineRpx(): void {
  const original = glassEasel.Element.prototype.setNodeStyle;
  glassEasel.Element.prototype.setNodeStyle = function setNodeStyle(style, index) {
    original.call(this, typeof style === 'string' ? rpxToVw(style) : style, index);
  };
}

/** `data-*` in the DOM, for selectors of tests. */
function writeDataAttributes(): void {
  const original = glassEasel.Element.prototype.setDataset;
  glassEasel.Element.prototype.setDataset = function setDataset(name, value) {
    original.call(this, name, value);
    const element = domOf(this);
    if (!element?.setAttribute || typeof value === 'object' || value === undefined) return;
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    element.setAttribute(`data-${attribute}`, String(value));
  };
}

/** `slot="refresher"` is of the built-in that the child is in: its style finds it by the attribute. */
function writeSlotNames(): void {
  const { prototype } = glassEasel.Element;
  const slot = Object.getOwnPropertyDescriptor(prototype, 'slot');
  if (!slot?.set) throw new Error('the framework has no slot of an element to follow');
  Object.defineProperty(prototype, 'slot', {
    ...slot,
    set(this: glassEasel.Element, name: string) {
      slot.set?.call(this, name);
      domOf(this)?.setAttribute?.('slot', name);
    },
  });
}

/** `ready` comes after the whole tree is attached; the framework itself never fires it. */
function fireReady(): void {
  let waiting: glassEasel.GeneralComponent[] = [];
  const seen = new WeakSet<object>();
  const flush = (): void => {
    const components = waiting;
    waiting = [];
    for (const component of components) {
      if (glassEasel.Element.isAttached(component)) component.triggerLifetime('ready', []);
    }
  };
  const original = glassEasel.Component.prototype.triggerLifetime;
  glassEasel.Component.prototype.triggerLifetime = function triggerLifetime(name, args) {
    original.call(this, name, args);
    if (name !== 'attached' || seen.has(this)) return;
    seen.add(this);
    if (waiting.length === 0) queueMicrotask(flush);
    waiting.push(this as glassEasel.GeneralComponent);
  };
}

/** A tag that is neither built in nor registered would silently be an empty box. */
function reportUnknownTags(): void {
  const original = glassEasel.NativeNode.create;
  glassEasel.NativeNode.create = (tag, owner, ...more) => {
    if (!customElements.get(`wx-${tag}`)) {
      const place = `${owner.getHostNode().is}.wxml`;
      const message = `<${tag}> is neither built in nor registered`;
      // The bundler knows the line, unless the tag is in a shared template.
      const isKnown = allProblems().some((each) => each.message === message && each.place.startsWith(place));
      if (!isKnown) reportProblem({ kind: 'tag', level: unknownTagLevel(tag), message, place });
    }
    return original.call(glassEasel.NativeNode, tag, owner, ...more);
  };
}

/** `x.constructor` in WXS is a name; the bundler renamed it, see wxs-source.ts. */
function nameWxsConstructors(): void {
  for (const type of [Object, Array, Number, String, Boolean, Function, Date, RegExp]) {
    Object.defineProperty(type.prototype, '__wxsConstructor', {
      get: () => type.name,
      configurable: true,
    });
  }
}

/** Fires an event at a built-in. Events of built-ins do not bubble, unless said so. */
export function fire(
  element: BackendElement,
  type: string,
  detail: unknown = {},
  options: glassEasel.EventOptions = {},
): void {
  if (element.__wxElement) glassEasel.Event.triggerEvent(element.__wxElement, type, detail, options);
}
