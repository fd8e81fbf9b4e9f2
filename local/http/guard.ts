import type { RequestContext } from './app';

const OWN_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The reason to refuse a request; undefined if it is accepted. Web pages of other origins can send requests here,
 * so the host must be a name of this machine (against DNS rebinding), the origin must be our own, and a header must
 * be present that other origins cannot send without a CORS preflight.
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
