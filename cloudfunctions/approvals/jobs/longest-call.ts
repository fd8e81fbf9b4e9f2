/** Longer than any call may take, ms: what is older has no function at work on it. */
export const LONGEST_CALL_MS = 60_000;
