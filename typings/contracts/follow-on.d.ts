import type { ValueResult } from './integration';

/**
 * What functions ask of each other, by function. No phone and no console may call these; each does nothing but what
 * the callee's timer would do later, or says whether something is so.
 */
export interface FollowOnContracts {
  goals: {
    /** Books the values of a request that a system outside has signed and `integration` has kept; idempotent. */
    bookValues: { input: { requestId: string }; output: { readonly results: readonly ValueResult[] } };
    /** Takes WeChat's answer about a picture that is none of `requests`; idempotent. */
    pictureVerdict: {
      input: { traceId: string; suggest: 'pass' | 'review' | 'risky' };
      output: { readonly isKnown: boolean };
    };
  };
  notices: {
    /** Sends the subscribe messages of these messages, of those that are due. */
    deliver: {
      input: { messageIds: readonly string[] };
      output: { readonly messages: number; readonly sent: number };
    };
  };
  payroll: {
    /** Whether the second check has opened this to this employee and WeChat user, and it is not over. */
    checkOpening: {
      input: { opening: string; employeeId: string; openid: string };
      output: { readonly isOpened: boolean };
    };
  };
  requests: {
    /** Submits a queued request, if it is due. */
    submitQueued: { input: { queuedId: string }; output: { readonly requests: number } };
    /** Completes the pending follow-ups of these requests. */
    complete: { input: { requestIds: readonly string[] }; output: { readonly requests: number } };
    /** Counts the requests again that these saved changes concern. */
    applyChanges: { input: { changeIds: readonly string[] }; output: { readonly requests: number } };
  };
}
