import { readFileSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { isPicture, send } from './respond';

/** Serves the pictures of the Mini Program, and nothing else of it. */
export function sendAppPicture(response: ServerResponse, root: string, urlPath: string): void {
  const file = path.resolve(root, `.${path.posix.normalize(decodeURIComponent(urlPath))}`);
  const extension = path.extname(file).slice(1).toLowerCase();
  const isInside = file.startsWith(root + path.sep);
  if (isInside && isPicture(extension) && statSync(file, { throwIfNoEntry: false })?.isFile()) {
    send(response, 200, extension, readFileSync(file));
  } else send(response, 404, 'txt', 'not found');
}
