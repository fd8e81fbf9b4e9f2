/** A finger or the mouse, in the coordinates of the phone's window. */
export interface Point {
  readonly identifier?: number;
  readonly pageX: number;
  readonly pageY: number;
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

/** A touch as Mini Program events carry it. */
export function miniTouch(point: Point, target: EventTarget | null): MiniTouch {
  const canvas = target instanceof Element ? target.closest('wx-canvas') : null;
  const { left = 0, top = 0 } = canvas?.getBoundingClientRect() ?? {};
  const { identifier = 0, pageX, pageY, clientX, clientY } = point;
  return { identifier, pageX, pageY, clientX, clientY, x: clientX - left, y: clientY - top };
}
