import type * as glassEasel from 'glass-easel';
import type { BaseElement } from '../elements/base-element';
import { CanvasElement } from '../elements/canvas';
import { domOf } from '../framework/backend';
import { currentPage, viewOrigin } from '../router/page-stack';

interface Fields {
  id?: boolean;
  dataset?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  node?: boolean;
  context?: boolean;
}
type Callback = (result: unknown) => void;
interface Wanted {
  readonly kind: 'one' | 'all' | 'viewport';
  readonly selector: string;
  readonly fields: Fields;
  readonly callback?: Callback;
}
/** Instance of a page or component; `_$` is the framework's side of it. */
export interface Instance {
  readonly _$: glassEasel.GeneralComponent;
}

/**
 * The adapter's own query cannot return nodes:
 * https://developers.weixin.qq.com/miniprogram/dev/api/wxml/SelectorQuery.html
 */
export class SelectorQuery {
  private readonly wanted: Wanted[] = [];

  constructor(private scope?: Instance) {}

  in(scope: Instance): this {
    this.scope = scope;
    return this;
  }

  select(selector: string) {
    return this.reference('one', selector);
  }

  selectAll(selector: string) {
    return this.reference('all', selector);
  }

  selectViewport() {
    return this.reference('viewport', '');
  }

  private reference(kind: Wanted['kind'], selector: string) {
    const ask = (fields: Fields, callback?: Callback): this => {
      this.wanted.push({ kind, selector, fields, callback });
      return this;
    };
    return {
      fields: ask,
      boundingClientRect: (callback?: Callback) =>
        ask({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => ask({ id: true, dataset: true, scrollOffset: true }, callback),
      node: (callback?: Callback) => ask({ node: true }, callback),
      context: (callback?: Callback) => ask({ context: true }, callback),
    };
  }

  exec(callback?: (results: unknown[]) => void): this {
    requestAnimationFrame(() => {
      const results = this.wanted.map((each) => this.answer(each));
      for (const [index, each] of this.wanted.entries()) each.callback?.(results[index]);
      callback?.(results);
    });
    return this;
  }

  private answer({ kind, selector, fields }: Wanted): unknown {
    if (kind === 'viewport') return viewportAnswer(fields);
    const { _$: component } = this.scope ?? (currentPage().page as unknown as Instance);
    const root = component.getShadowRoot();
    if (kind === 'all')
      return (root?.querySelectorAll(selector) ?? []).map((each) => elementAnswer(each, fields));
    const found = root?.querySelector(selector);
    return found ? elementAnswer(found, fields) : null;
  }
}

function viewportAnswer(fields: Fields): object {
  const { scroller } = currentPage();
  const { clientWidth: width, clientHeight: height } = scroller;
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? offsetOf(scroller) : {}),
  };
}

const offsetOf = ({ scrollLeft, scrollTop, scrollHeight, scrollWidth }: Element) => ({
  scrollLeft,
  scrollTop,
  scrollHeight,
  scrollWidth,
});

function elementAnswer(element: glassEasel.Element, fields: Fields): object {
  const dom = domOf(element) as BaseElement | null;
  if (!dom) return {};
  // Coordinates count from the page's own window, below the navigation bar.
  const { x: dx, y: dy } = viewOrigin();
  const box = dom.getBoundingClientRect();
  const style = fields.computedStyle ? getComputedStyle(dom) : null;
  const node = dom instanceof CanvasElement ? dom.node() : dom;
  return {
    ...(fields.id ? { id: element.id } : {}),
    ...(fields.dataset ? { dataset: element.dataset } : {}),
    ...(fields.rect
      ? { left: box.left - dx, top: box.top - dy, right: box.right - dx, bottom: box.bottom - dy }
      : {}),
    ...(fields.size ? { width: box.width, height: box.height } : {}),
    ...(fields.scrollOffset ? offsetOf(dom) : {}),
    ...(fields.node ? { node } : {}),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, dom.props?.[name]])),
    ...Object.fromEntries((fields.computedStyle ?? []).map((name) => [name, style?.getPropertyValue(name)])),
  };
}
