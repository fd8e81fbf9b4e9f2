import { type App, guard } from '../http/app';
import { readObject } from '../http/body';
import { jsonResponse } from '../http/responses';
import { CloudError } from './cloud-error';
import { FunctionError } from './function-error';
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
export function serveControl(app: App, token: string, run: (request: RunRequest) => Promise<RunReply>): void {
  app.use(
    '/control/*',
    guard((context) => tokenRefusal(context, token)),
  );
  app.all('/control/ping', () => jsonResponse({ ok: true }));
  app.all('/control/run', async (context) => {
    const request = await readObject(context, MAX_BYTES);
    return jsonResponse(await run(request as unknown as RunRequest));
  });
}

/** Turns an error of a run into a reply. */
export async function replyOf(run: Promise<InvokeResult>): Promise<RunReply> {
  try {
    return { ok: true, call: await run };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const call = error instanceof FunctionError ? error.call : undefined;
    return { ok: false, code: error.code, message: error.message, call };
  }
}
