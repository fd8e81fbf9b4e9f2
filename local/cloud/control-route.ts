import { CloudError } from './cloud-error';
import { FunctionError } from './function-error';
import { parseObject, readBody, sendJson } from './gateway/http';
import type { Route } from './gateway/server';
import { tokenRefusal } from './token-guard';
import type { CallRecord, InvokeResult } from './types';

/** A run that `npm run invoke` asks for. `as`: an employee id, `console` or `timer`; `now` in epoch ms. */
export interface RunRequest {
  name: string;
  event: unknown;
  as: string;
  now?: number;
}

export type RunReply =
  | { ok: true; call: InvokeResult }
  | { ok: false; code: string; message: string; call?: CallRecord };

const MAX_BYTES = 6 * 1024 * 1024;

/** Reachable with the token of server.json only. */
export function controlRoute(token: string, run: (request: RunRequest) => Promise<RunReply>): Route {
  return {
    prefix: '/control',
    async handle(request, response, url) {
      const refused = tokenRefusal(request, token);
      if (refused) return void sendJson(response, 403, { code: 'INVALID_PARAM', message: refused });
      if (url.pathname === '/control/ping') return void sendJson(response, 200, { ok: true });
      if (url.pathname !== '/control/run') throw new CloudError('INVALID_PARAM', 'Unknown control request.');
      const body = parseObject(await readBody(request, MAX_BYTES));
      sendJson(response, 200, await run(body as unknown as RunRequest));
    },
  };
}

/** Catches what a run throws, so that it can be sent. */
export async function replyOf(run: Promise<InvokeResult>): Promise<RunReply> {
  try {
    return { ok: true, call: await run };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const call = error instanceof FunctionError ? error.call : undefined;
    return { ok: false, code: error.code, message: error.message, call };
  }
}
