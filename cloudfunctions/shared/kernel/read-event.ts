import { AppError } from '../errors/app-error';

/** The platform accepts 100 KB of text; no action needs more than a tenth of that. */
const MAX_EVENT_BYTES = 65_536;
/** Nesting of objects and lists in an input; the deepest is the label of a choice in a column of a form. */
const MAX_DEPTH = 10;

/**
 * The platform adds `userInfo` and `tcbContext`; they are ignored, because identity comes from the context
 * only.
 */
const EVENT_KEYS = new Set(['action', 'input', 'secret', 'userInfo', 'tcbContext']);
const ACTION_NAME = /^[a-zA-Z]{1,40}$/;
/** An identifier, a day (in maps by day) or a language. */
const KEY_NAME = /^(?:[A-Za-z][A-Za-z0-9_]*|\d{4}-\d{2}-\d{2}|zh-CN)$/;

/** `secret` is for the console only; it is next to the input so that no action sees it. */
export interface CallEvent {
  readonly action: string;
  readonly input: unknown;
  readonly secret: unknown;
}

/**
 * The action's name and its raw input, a plain tree with plain keys: no `$`, no `__proto__`, nothing inherited.
 * Schemas check for keys with `in`, so such keys are rejected first.
 * @throws AppError EVENT_TOO_LARGE, EVENT_INVALID, INPUT_INVALID
 */
export function readEvent(event: unknown): CallEvent {
  checkSize(event);
  if (!isPlainObject(event) || !Reflect.ownKeys(event).every((key) => EVENT_KEYS.has(String(key))))
    throw new AppError('EVENT_INVALID', {});
  const { action, input, secret } = event;
  if (typeof action !== 'string' || !ACTION_NAME.test(action)) throw new AppError('EVENT_INVALID', {});
  if (!isPlainObject(input)) throw new AppError('EVENT_INVALID', {});
  checkKeys(input, '', 1);
  return { action, input, secret };
}

/** @throws AppError EVENT_TOO_LARGE, EVENT_INVALID */
export function checkSize(event: unknown): void {
  const bytes = Buffer.byteLength(textOf(event));
  if (bytes > MAX_EVENT_BYTES) throw new AppError('EVENT_TOO_LARGE', { bytes, limit: MAX_EVENT_BYTES });
}

/** @throws AppError EVENT_INVALID for what JSON cannot represent: cycles, big integers, too deep nesting */
function textOf(event: unknown): string {
  try {
    return JSON.stringify(event) ?? '';
  } catch {
    throw new AppError('EVENT_INVALID', {});
  }
}

function checkKeys(value: unknown, path: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw new AppError('INPUT_INVALID', { path: truncatePath(path), rule: 'depth' });
  if (!Array.isArray(value) && !isPlainObject(value))
    throw new AppError('INPUT_INVALID', { path: truncatePath(path), rule: 'object' });
  for (const key of Reflect.ownKeys(value)) {
    if (Array.isArray(value) && (key === 'length' || /^\d+$/.test(String(key)))) continue;
    if (typeof key !== 'string' || !KEY_NAME.test(key) || key in Object.prototype)
      throw new AppError('INPUT_INVALID', { path: truncatePath(path), rule: 'unknown-key' });
  }
  for (const [key, child] of Object.entries(value))
    checkKeys(child, path ? `${path}.${key}` : key, depth + 1);
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Paths contain key names of the caller, so their length is limited. */
export function truncatePath(path: string): string {
  return path.slice(0, 80);
}
