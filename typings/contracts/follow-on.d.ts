/**
 * What functions ask of each other, by function. No phone and no console may call these; each does nothing but what
 * the callee's timer would do later.
 */
export interface FollowOnContracts {
  notices: {
    /** Sends the subscribe messages of these messages, of those that are due. */
    deliver: {
      input: { messageIds: readonly string[] };
      output: { readonly messages: number; readonly sent: number };
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
