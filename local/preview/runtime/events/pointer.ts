import * as glassEasel from 'glass-easel';
import { elementOf } from '../framework/backend';
import { endHover, startHover } from './hover';
import { miniTouch, type Point } from './touches';

/** WeChat: a longer press is `longpress`, a finger that moved further does not tap. */
const LONG_PRESS_MS = 350;
const TAP_RADIUS_PX = 10;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly timer: number;
  moved: boolean;
  long: boolean;
}

let tapping = false;

/** Whether the handlers of a tap are running now: code after an await in them is outside of the tap. */
export const isInTap = (): boolean => tapping;

let press: Press | null = null;
let isTouchScreen = false;

/** Turns touch and mouse events of the document into the events of a Mini Program. */
export function installPointerEvents(): void {
  const listen = <Kind extends keyof DocumentEventMap>(
    kind: Kind,
    handle: (event: DocumentEventMap[Kind]) => void,
  ): void => document.addEventListener(kind, handle, { capture: true, passive: false });
  const first = (event: TouchEvent): Touch | undefined => event.changedTouches[0];
  listen('touchstart', (event) => {
    isTouchScreen = true;
    const touch = first(event);
    if (touch) begin(event, touch, [...event.touches]);
  });
  listen('touchmove', (event) => {
    const touch = first(event);
    if (touch) move(event, touch, [...event.touches]);
  });
  listen('touchend', (event) => {
    const touch = first(event);
    if (touch) end(event, touch, [...event.touches]);
  });
  listen('touchcancel', (event) => {
    cancelPress();
    const touch = first(event);
    if (touch) emit(event, 'touchcancel', touch, [...event.touches]);
  });
  listen('mousedown', (event) => {
    if (!isTouchScreen && event.button === 0) begin(event, event, [event]);
  });
  listen('mousemove', (event) => {
    if (!isTouchScreen && press) move(event, event, [event]);
  });
  listen('mouseup', (event) => {
    if (!isTouchScreen && press) end(event, event, []);
  });
  forwardAnimationEvents();
}

function begin(event: Event, point: Point, touches: readonly Point[]): void {
  cancelPress();
  const timer = window.setTimeout(() => {
    if (!press || press.moved) return;
    press.long = emit(event, 'longpress', point, touches) || press.long;
    emit(event, 'longtap', point, touches);
  }, LONG_PRESS_MS);
  press = { x: point.clientX, y: point.clientY, timer, moved: false, long: false };
  startHover(event.target);
  emit(event, 'touchstart', point, touches);
}

function move(event: Event, point: Point, touches: readonly Point[]): void {
  if (press && !press.moved) {
    const distance = Math.hypot(point.clientX - press.x, point.clientY - press.y);
    if (distance > TAP_RADIUS_PX) {
      press.moved = true;
      clearTimeout(press.timer);
      endHover(true);
    }
  }
  emit(event, 'touchmove', point, touches);
}

function end(event: Event, point: Point, touches: readonly Point[]): void {
  emit(event, 'touchend', point, touches);
  const isTap = press && !press.moved && !press.long;
  cancelPress();
  endHover(false);
  if (!isTap || isOnDisabledButton(event.target)) return;
  tapping = true;
  // The platform lists the touch of a tap, although it has ended.
  emit(event, 'tap', point, [point]);
  tapping = false;
}

function isOnDisabledButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('wx-button[aria-disabled=true]') !== null;
}

function cancelPress(): void {
  if (press) clearTimeout(press.timer);
  press = null;
}

/** Fires at the element under the finger. True if a listener handles it while it bubbles. */
function emit(event: Event, type: string, point: Point, touches: readonly Point[]): boolean {
  const element = elementOf(event.target);
  if (!element) return false;
  const changed = miniTouch(point, event.target);
  const isPress = type === 'tap' || type === 'longpress' || type === 'longtap';
  const mini = new glassEasel.Event(type, isPress ? { x: changed.pageX, y: changed.pageY } : {}, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    originalEvent: event,
    extraFields: {
      touches: touches.map((each) => miniTouch(each, event.target)),
      changedTouches: [changed],
    },
  });
  glassEasel.Event.dispatchEvent(element, mini);
  // A caught touchmove must not scroll the page below.
  if (type === 'touchmove' && mini.defaultPrevented() && event.cancelable) event.preventDefault();
  return isPress && listensTo(element, type);
}

function listensTo(element: glassEasel.Element, type: string): boolean {
  for (let node: glassEasel.Element | null = element; node; node = node.getComposedParent()) {
    const { _$eventTarget: target } = node as unknown as {
      _$eventTarget?: { listeners: Record<string, unknown> };
    };
    if (target?.listeners[type]) return true;
  }
  return false;
}

function forwardAnimationEvents(): void {
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend']) {
    const forward = (event: Event): void => {
      const element = elementOf(event.target);
      if (element) glassEasel.Event.triggerEvent(element, type, {}, { bubbles: true, composed: true });
    };
    document.addEventListener(type, forward, true);
  }
}
