import { timingSafeEqual } from 'node:crypto';
import type { RequestContext } from '../http/app';
import { refusal } from '../http/guard';
import { TOKEN_HEADER } from './server-file';

/** The reason to refuse a request that needs the token of server.json; undefined if it is accepted. */
export function tokenRefusal(context: RequestContext, token: string): string | undefined {
  const refused = refusal(context, TOKEN_HEADER);
  if (refused) return refused;
  return same(context.req.header(TOKEN_HEADER) ?? '', token) ? undefined : 'The token is not valid.';
}

function same(given: string, due: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(due)];
  return a.length === b.length && timingSafeEqual(a, b);
}
