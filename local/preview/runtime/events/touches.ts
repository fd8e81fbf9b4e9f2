/** A finger or the mouse, in the coordinates of the phone's window. */
export interface Point {
  readonly identifier?: number;
  readonly clientX: number;
  readonly clientY: number;
}

export interface MiniTouch {
  readonly identifier: number;
  readonly pageX: number;
  readonly pageY: number;
  readonly clientX: number;
  readonly clientY: number;
  /** Relative to the canvas for events on one. */
  readonly x: number;
  readonly y: number;
}

/**
 * A touch as Mini Program events carry it. `clientX/Y` count from the page's own window, below the navigation bar;
 * `pageX/Y` from the top of the page, however far it is scrolled.
 */
export function miniTouch(point: Point, target: EventTarget | null): MiniTouch {
  const element = target instanceof Element ? target : null;
  const view = element?.closest('mp-body')?.getBoundingClientRect();
  const { scrollLeft = 0, scrollTop = 0 } = element?.closest('wx-page') ?? {};
  const canvas = element?.closest('wx-canvas')?.getBoundingClientRect();
  const clientX = point.clientX - (view?.left ?? 0);
  const clientY = point.clientY - (view?.top ?? 0);
  return {
    identifier: point.identifier ?? 0,
    clientX,
    clientY,
    pageX: clientX + scrollLeft,
    pageY: clientY + scrollTop,
    x: canvas ? point.clientX - canvas.left : clientX,
    y: canvas ? point.clientY - canvas.top : clientY,
  };
}
