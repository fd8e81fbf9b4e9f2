import type { IncomingMessage } from 'node:http';

/** Header that a web page of another origin cannot send without asking first. */
const CLIENT_HEADER = 'x-demo-client';

const LOCAL_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Why a request is refused, null if it is not. A name other than this machine's own is DNS rebinding; a change
 * asked for by another web page carries its Origin, or lacks the client's header.
 */
export function refusalOf(request: IncomingMessage, port: number): string | null {
  const { host = '', origin } = request.headers;
  if (!LOCAL_NAMES.some((name) => host === `${name}:${port}`)) return 'this address is not served';
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  if (origin !== undefined && origin !== `http://${host}`) return 'only the preview itself may do this';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return 'only the preview itself may do this';
  return request.headers[CLIENT_HEADER] ? null : `the header ${CLIENT_HEADER} is missing`;
}
