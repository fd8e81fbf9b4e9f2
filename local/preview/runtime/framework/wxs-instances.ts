import * as glassEasel from 'glass-easel';
import { reportError } from '../problem-log';
import { viewOrigin } from '../router/page-stack';
import { domOf } from './backend';

type AnyElement = glassEasel.Element;
type Handler = (...values: unknown[]) => unknown;
type Host = glassEasel.GeneralComponent;

declare global {
  /** The templates find it here, see build/templates.ts. */
  var __wxsCalls: {
    changed(handler: unknown): (now: unknown, before: unknown, host: Host, element: AnyElement) => void;
    handle(caller: Caller, event: ShadowedEvent, handler: Handler): unknown;
  };
}
interface Caller {
  /** The framework's component behind an instance. */
  readonly _$: Host;
  readonly [method: string]: unknown;
}
interface ShadowedEvent {
  readonly currentTarget: AnyElement | Caller;
}

/** What styles from WXS are kept in: above those of the template. */
const OF_WXS = 3 as glassEasel.StyleSegmentIndex;

const states = new WeakMap<AnyElement, object>();

/** Calls WXS for the events and changed attributes that a template binds to it, as WeChat's view layer does. */
export function installWxsCalls(): void {
  globalThis.__wxsCalls = {
    changed: (handler) => (now, before, host, element) => {
      if (typeof handler !== 'function') return;
      const call = (): void => {
        try {
          handler(now, before, describe(host), describe(element));
        } catch (error) {
          reportError(error, host.is);
        }
      };
      // The handler queries elements that the first render has yet to create.
      if (glassEasel.Element.isAttached(element)) call();
      else queueMicrotask(call);
    },
    handle(caller, event, handler) {
      const { currentTarget } = event;
      const element = '_$' in currentTarget ? (currentTarget as Caller)._$ : (currentTarget as AnyElement);
      const host = caller._$;
      if (isMethod(host, handler)) return handler.call(caller, event);
      return handler(Object.create(event, { instance: { value: describe(element) } }), describe(host));
    },
  };
}

function isMethod(host: Host, handler: Handler): boolean {
  const methods = glassEasel.Component.getMethodsFromDef(host.getComponentDefinition());
  return Object.values(methods).includes(handler);
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html */
function describe(element: AnyElement): object {
  const root = (element as Host).getShadowRoot?.() ?? element;
  const component = (element as Host).getMethodCaller?.() as unknown as Caller | undefined;
  return {
    selectComponent: (selector: string) => describeFound(root.querySelector(selector)),
    selectAllComponents: (selector: string) => root.querySelectorAll(selector).map(describe),
    setStyle(style: string | object) {
      element.setNodeStyle(typeof style === 'string' ? style : styleText(style), OF_WXS);
      return this;
    },
    addClass(names: string) {
      for (const name of words(names)) element.classList?.toggle(name, true);
      return this;
    },
    removeClass(names: string) {
      for (const name of words(names)) element.classList?.toggle(name, false);
      return this;
    },
    hasClass: (name: string) => element.classList?.contains(name) ?? false,
    getDataset: () => element.dataset,
    getState() {
      const state = states.get(element) ?? {};
      states.set(element, state);
      return state;
    },
    callMethod(name: string, argument: unknown) {
      const method = component?.[name];
      if (typeof method === 'function') method.call(component, argument);
    },
    triggerEvent: (name: string, detail: unknown) => element.triggerEvent(name, detail),
    getComputedStyle(names: readonly string[]) {
      const dom = domOf(element);
      const style = dom ? getComputedStyle(dom) : null;
      return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(dashed(name)) ?? '']));
    },
    getBoundingClientRect() {
      const { left, top, width, height } = domOf(element)?.getBoundingClientRect() ?? new DOMRect();
      const { x, y } = viewOrigin();
      return {
        left: left - x,
        top: top - y,
        right: left - x + width,
        bottom: top - y + height,
        width,
        height,
      };
    },
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    setTimeout: (callback: () => void, ms?: number) => window.setTimeout(callback, ms),
    clearTimeout: (timer: number) => clearTimeout(timer),
  };
}

const describeFound = (element: AnyElement | null): object | null => element && describe(element);
const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const styleText = (style: object): string =>
  Object.entries(style)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${dashed(name)}:${value}`)
    .join(';');
