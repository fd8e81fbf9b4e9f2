/** Upper bound of a call's duration: a change older than this has no running function. */
export const MAX_CALL_MS = 60_000;
