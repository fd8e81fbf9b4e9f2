import { currentSettings } from './phone-state';

/** Saved files survive a restart of the phone, unlike temporary ones. */
const keyOf = (path: string): string => `file:${currentSettings().person}:${path}`;

/** Stores the bytes as base64. @throws DOMException if the browser's storage is full */
export async function saveFile(path: string, blob: Blob): Promise<void> {
  saveBytes(path, new Uint8Array(await blob.arrayBuffer()), blob.type);
}

/** Like `saveFile`, synchronous. */
export function saveBytes(path: string, bytes: Uint8Array, type = ''): void {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  localStorage.setItem(keyOf(path), `${type},${text}`);
}

export function savedFile(path: string): Blob | null {
  const kept = localStorage.getItem(keyOf(path));
  if (kept === null) return null;
  const comma = kept.indexOf(',');
  const bytes = Uint8Array.from(atob(kept.slice(comma + 1)), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: kept.slice(0, comma) });
}

export function removeSavedFile(path: string): void {
  localStorage.removeItem(keyOf(path));
}
