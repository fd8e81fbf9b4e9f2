import { removeSavedFile, savedFile } from './saved-files';

const files = new Map<string, { blob: Blob; url: string }>();
let count = 0;

/** Stores a temporary picture or file, like WeChat. @returns its `wxfile://` path */
export function keepTemporaryFile(blob: Blob, extension: string): string {
  count += 1;
  const path = `wxfile://tmp_${count}.${extension}`;
  remember(path, blob);
  return path;
}

function remember(path: string, blob: Blob) {
  const file = { blob, url: URL.createObjectURL(blob) };
  files.set(path, file);
  return file;
}

function find(path: string) {
  const known = files.get(path);
  if (known) return known;
  const saved = savedFile(path);
  return saved ? remember(path, saved) : undefined;
}

/** URL that the browser can show, of a temporary or saved file; empty for a missing one. */
export const phoneFileUrl = (path: string): string => find(path)?.url ?? '';

export const phoneFile = (path: string): Blob | null => find(path)?.blob ?? null;

export function removePhoneFile(path: string): void {
  const file = files.get(path);
  if (file) URL.revokeObjectURL(file.url);
  files.delete(path);
  removeSavedFile(path);
}
