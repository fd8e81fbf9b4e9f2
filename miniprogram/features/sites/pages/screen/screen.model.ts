import type { Instant } from '#contracts/common';
import type { ScreenCode } from '#contracts/site';
import type { AnyErrorCode, Failure } from '../../../../services/client-error';

export interface ScreenModel {
  /** The last answer; null before the first. */
  readonly code: ScreenCode | null;
  /** Why the last question failed; null after a success. */
  readonly failure: Failure | null;
  readonly online: boolean;
  /** The server's clock, as this tablet knows it. */
  readonly now: Instant;
  readonly asking: boolean;
  /** Failures in a row, and when to ask again after them. */
  readonly tries: number;
  readonly retryAt: number;
}

/** A code is accepted for thirty seconds beyond its own; a person needs some of them to get it to the server. */
const GRACE_MS = 20_000;
/** The server's next thirty seconds begin when its clock says so, not when this one does. */
const LATE_MS = 300;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;

/** Final errors; retried all the same, because HR may make this person a keeper meanwhile. */
const REFUSALS: ReadonlySet<AnyErrorCode> = new Set(['NOT_FOUND', 'FORBIDDEN', 'ACCESS_ENDED']);

/** `live`: the current code. `renewing`: the previous one, still valid. `trouble`: no valid code. */
export type ScreenPhase = 'loading' | 'live' | 'renewing' | 'trouble' | 'refused';

export function phaseOf({ code, failure, now }: ScreenModel): ScreenPhase {
  if (failure && REFUSALS.has(failure.code)) return 'refused';
  if (code && now < code.until) return 'live';
  if (code && now < code.until + GRACE_MS) return 'renewing';
  return failure || code ? 'trouble' : 'loading';
}

/** Whether it is time to ask for a code. */
export function isDue({ code, asking, online, now, failure, retryAt }: ScreenModel): boolean {
  if (asking || !online) return false;
  if (failure) return now >= retryAt;
  return code === null || now >= code.until + LATE_MS;
}

/** After an answer. */
export const answered = (code: ScreenCode): Partial<ScreenModel> => ({
  code,
  failure: null,
  asking: false,
  tries: 0,
  retryAt: 0,
});

/** After a failure: exponential backoff, 30 s at most. A refusal removes the code. */
export function failed(model: ScreenModel, failure: Failure): Partial<ScreenModel> {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(model.tries, 10));
  const code = REFUSALS.has(failure.code) ? null : model.code;
  return { failure, code, asking: false, tries: model.tries + 1, retryAt: model.now + wait };
}
