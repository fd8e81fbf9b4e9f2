import type { Instant, Language } from './common';
import type { ErrorCode } from './errors';

/** What travels in `wx.cloud.callFunction({ data })`. */
export interface ActionRequest {
  readonly action: string;
  readonly input: unknown;
}

/**
 * What every function answers. `now` is the server's clock, so that a phone can show the true time. `language` is the
 * one that the caller has chosen, so that a new phone speaks it from the first answer on; absent if none was.
 */
export type Reply<Output> =
  | { readonly ok: true; readonly data: Output; readonly now: Instant; readonly language?: Language }
  | { readonly ok: false; readonly error: WireError; readonly now: Instant; readonly requestId: string };

/** An error on the wire: a code of the closed set in `errors.d.ts` and the figures that its sentence needs. */
export interface WireError {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}
