import type { IncomingMessage } from 'node:http';

const OWN_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request may not drive the cloud; undefined if it may. Another web page in the same browser can send requests
 * here, so: the address must be this machine by name (no rebinding), the page must be our own, and a header must be
 * there that a foreign page cannot send without asking first.
 */
export function refusal({ headers }: IncomingMessage, requiredHeader: string): string | undefined {
  const host = headers.host ?? '';
  const [, name = ''] = /^(\[[^\]]*\]|[^:]*)(?::\d+)?$/.exec(host) ?? [];
  if (!OWN_HOSTS.has(name)) return 'The address is not one of this machine.';
  const { origin } = headers;
  if (origin !== undefined && hostOf(origin) !== host) return 'The request comes from another page.';
  if (headers[requiredHeader] === undefined) return `The header ${requiredHeader} is missing.`;
  return undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
