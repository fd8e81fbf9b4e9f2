import type * as glassEasel from 'glass-easel';
import { type BackendElement, domOf } from '../framework/backend';
import { currentPage, viewOrigin } from '../router/page-stack';
import type { Instance } from './selector-query';

type Margins = Partial<Record<'left' | 'right' | 'top' | 'bottom', number>>;
interface Options {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

/** With `id` and `dataset`, which the adapter's own one leaves out. */
export class IntersectionWatcher {
  private readonly observers: IntersectionObserver[] = [];
  private selector: string | null = null;
  private margins: Margins = {};

  constructor(
    private readonly scope: Instance | undefined,
    private readonly options: Options = {},
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.selector = selector;
    this.margins = margins;
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.margins = margins;
    return this;
  }

  observe(selector: string, callback: (result: object) => void): void {
    const { _$: component } = this.scope ?? (currentPage().page as unknown as Instance);
    const root = component.getShadowRoot();
    if (!root) return;
    const first = root.querySelector(selector);
    const targets = this.options.observeAll ? root.querySelectorAll(selector) : first ? [first] : [];
    const relative = this.selector ? domOf(root.querySelector(this.selector)) : currentPage().scroller;
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.margins;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) callback(resultOf(entry));
      },
      {
        root: relative,
        threshold: this.options.thresholds ?? [0],
        rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
      },
    );
    for (const target of targets) observeElement(observer, target);
    this.observers.push(observer);
  }

  disconnect(): void {
    for (const observer of this.observers.splice(0)) observer.disconnect();
  }
}

function observeElement(observer: IntersectionObserver, target: glassEasel.Element): void {
  const dom = domOf(target);
  if (dom) observer.observe(dom);
}

function resultOf(entry: IntersectionObserverEntry): object {
  const element = (entry.target as BackendElement).__wxElement;
  const { intersectionRatio, intersectionRect, boundingClientRect, rootBounds, time } = entry;
  return {
    id: element?.id ?? '',
    dataset: element?.dataset ?? {},
    intersectionRatio,
    intersectionRect: inView(intersectionRect),
    boundingClientRect: inView(boundingClientRect),
    relativeRect: rootBounds && inView(rootBounds),
    time,
  };
}

/** Coordinates count from the page's own window, below the navigation bar. */
function inView({ left, top, width, height }: DOMRectReadOnly): object {
  const { x, y } = viewOrigin();
  const [ownLeft, ownTop] = [left - x, top - y];
  return { left: ownLeft, top: ownTop, right: ownLeft + width, bottom: ownTop + height, width, height };
}
