import type { RequestContext } from './app';

const OWN_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request may not drive the cloud; undefined if it may. Another web page in the same browser can send requests
 * here, so: the address must be this machine by name (no rebinding), the page must be our own, and a header must be
 * there that a foreign page cannot send without asking first.
 */
export function refusal(context: RequestContext, requiredHeader: string): string | undefined {
  if (!isOwnHost(context)) return NOT_OWN_HOST;
  const ownOrigin = `http://${context.req.header('host')}`;
  const { origin = ownOrigin, 'sec-fetch-site': site = 'same-origin' } = context.env.incoming.headers;
  if (origin !== ownOrigin || site !== 'same-origin') return 'The request comes from another page.';
  return context.req.header(requiredHeader) ? undefined : `The header ${requiredHeader} is missing.`;
}

export const NOT_OWN_HOST = 'The address is not one of this machine.';

/** Whether the request was sent to a name that always means this machine, and to this port if one is given. */
export function isOwnHost(context: RequestContext, port?: number): boolean {
  const [, name = '', given] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(context.req.header('host') ?? '') ?? [];
  return OWN_HOSTS.has(name) && (port === undefined || given === String(port));
}
