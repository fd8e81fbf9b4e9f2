import { AppError } from '../errors/app-error';

/** Bytes of an event; the platform takes 100 KB of text, no action of ours needs more than a tenth. */
const EVENT_LIMIT = 65_536;
/** Levels of objects and lists inside an input: the label of a choice in a column of a form is the deepest. */
const DEPTH_LIMIT = 10;

/** `userInfo` and `tcbContext` are added by the platform and ignored: identity comes from its context only. */
const EVENT_KEYS = new Set(['action', 'input', 'secret', 'userInfo', 'tcbContext']);
const ACTION_NAME = /^[a-zA-Z]{1,40}$/;
/** A name, or a day where a map goes by days. */
const KEY_NAME = /^(?:[A-Za-z][A-Za-z0-9_]*|\d{4}-\d{2}-\d{2}|zh-CN)$/;

/** What an event says. `secret` is for the console alone, and stands beside the input so that no action sees it. */
export interface CallEvent {
  readonly action: string;
  readonly input: unknown;
  readonly secret: unknown;
}

/**
 * The action's name and its raw input, which is a plain tree of plain keys: no `$`, no `__proto__`, nothing
 * inherited. Schemas look names up with `in`, so such keys have to be gone before.
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

function checkSize(event: unknown): void {
  const bytes = Buffer.byteLength(textOf(event));
  if (bytes > EVENT_LIMIT) throw new AppError('EVENT_TOO_LARGE', { bytes, limit: EVENT_LIMIT });
}

/** @throws AppError EVENT_INVALID for what is not JSON: cycles, big integers, nesting beyond the stack */
function textOf(event: unknown): string {
  try {
    return JSON.stringify(event) ?? '';
  } catch {
    throw new AppError('EVENT_INVALID', {});
  }
}

function checkKeys(value: unknown, path: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEPTH_LIMIT) throw new AppError('INPUT_INVALID', { path: cut(path), rule: 'depth' });
  if (!Array.isArray(value) && !isPlainObject(value))
    throw new AppError('INPUT_INVALID', { path: cut(path), rule: 'object' });
  for (const key of Reflect.ownKeys(value)) {
    if (Array.isArray(value) && (key === 'length' || /^\d+$/.test(String(key)))) continue;
    if (typeof key !== 'string' || !KEY_NAME.test(key) || key in Object.prototype)
      throw new AppError('INPUT_INVALID', { path: cut(path), rule: 'unknown-key' });
  }
  for (const [key, child] of Object.entries(value))
    checkKeys(child, path ? `${path}.${key}` : key, depth + 1);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Paths echo the caller's own key names: short is enough. */
export function cut(path: string): string {
  return path.slice(0, 80);
}
