import { currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';

/** WeChat's limit for all of a Mini Program's data, KB. */
const LIMIT_KB = 10_240;

/** Each person has a phone of their own. */
const prefix = (): string => `phone:${currentSettings().person}:`;

function keys(): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix()))
    .map((key) => key.slice(prefix().length));
}

const read = (key: string): string | null => localStorage.getItem(prefix() + key);

function get(key: string): unknown {
  const text = read(key);
  return text === null ? '' : (JSON.parse(text) as { value?: unknown }).value;
}

function set(key: string, value: unknown): void {
  localStorage.setItem(prefix() + key, JSON.stringify({ value }));
}

function clear(): void {
  for (const key of keys()) localStorage.removeItem(prefix() + key);
}

function info() {
  const size = keys().reduce((sum, key) => sum + key.length + (read(key)?.length ?? 0), 0);
  return { keys: keys(), currentSize: Math.ceil(size / 1024), limitSize: LIMIT_KB };
}

interface Entry {
  key: string;
  data?: unknown;
  encrypt?: boolean;
}

/** What the preview stores of an encrypted value: not secret, but nobody reads it without asking for it, as in WeChat. */
const SEALED = 'sealed:';
const sealed = (data: unknown): string => SEALED + encodeURIComponent(JSON.stringify({ value: data }));

function opened(key: string): unknown {
  const text = get(key);
  if (typeof text !== 'string' || !text.startsWith(SEALED)) throw new ApiFailure('fail data not found');
  return (JSON.parse(decodeURIComponent(text.slice(SEALED.length))) as { value?: unknown }).value;
}

export const storageApi = {
  getStorageSync: get,
  setStorageSync: set,
  removeStorageSync: (key: string) => localStorage.removeItem(prefix() + key),
  clearStorageSync: clear,
  getStorageInfoSync: info,
  getStorage: asyncApi<Entry>('getStorage', ({ key, encrypt = false }) => {
    if (read(key) === null) throw new ApiFailure('fail data not found');
    return { data: encrypt ? opened(key) : get(key) };
  }),
  setStorage: asyncApi<Entry>('setStorage', ({ key, data, encrypt = false }) => {
    set(key, encrypt ? sealed(data) : data);
    return undefined;
  }),
  removeStorage: asyncApi<Entry>('removeStorage', ({ key }) => {
    localStorage.removeItem(prefix() + key);
    return undefined;
  }),
  clearStorage: asyncApi('clearStorage', () => {
    clear();
    return undefined;
  }),
  getStorageInfo: asyncApi('getStorageInfo', info),
};
