/** How long a call of a function is waited for, ms: a cold start plus a slow network. */
export const ANSWER_TIMEOUT_MS = 10_000;
