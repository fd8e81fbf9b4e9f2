import type { IncomingMessage } from 'node:http';

const OWN_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request may not drive the cloud; undefined if it may. Another web page in the same browser can send requests
 * here, so: the address must be this machine by name (no rebinding), the page must be our own, and a header must be
 * there that a foreign page cannot send without asking first.
 */
export function refusal(request: IncomingMessage, requiredHeader: string): string | undefined {
  if (!isOwnHost(request)) return 'The address is not one of this machine.';
  const { headers } = request;
  const { host, origin, 'sec-fetch-site': site = 'same-origin' } = headers;
  const isForeign = (origin !== undefined && hostOf(origin) !== host) || site !== 'same-origin';
  if (isForeign) return 'The request comes from another page.';
  if (headers[requiredHeader] === undefined) return `The header ${requiredHeader} is missing.`;
  return undefined;
}

/** Whether the request was sent to a name that always means this machine. */
export function isOwnHost({ headers }: IncomingMessage): boolean {
  const [, name = ''] = /^(\[[^\]]*\]|[^:]*)(?::\d+)?$/.exec(headers.host ?? '') ?? [];
  return OWN_HOSTS.has(name);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
