import type { Instant } from '#contracts/common';
import { isOnline } from './network';
import { readStored, writeIfRoom } from './store';
import { askForMessages, canAsk } from './subscribe';

/** After a consent: one message reminds an approver of all pending requests, so one consent per session is enough. ms. */
const ALLOWED_INTERVAL_MS = 10 * 60_000;
/** After a refusal: no prompt on this phone for a week. ms. */
const REFUSED_INTERVAL_MS = 7 * 86_400_000;

let isAsking = false;

const phoneNow = (): Instant => Date.now() as Instant;

/** Whether the last answer is old enough. True as well if the phone clock was set back. */
function isDue(now: Instant): boolean {
  const last = readStored('askedApprover');
  if (!last || last.at > now) return true;
  return now - last.at >= (last.answer === 'allowed' ? ALLOWED_INTERVAL_MS : REFUSED_INTERVAL_MS);
}

/**
 * Asks an approver to allow a message about the next request. Must be called in the tap handler of a decision, before
 * any `await`. The decision does not depend on the result.
 * @returns a promise that resolves when WeChat's sheet closes and never rejects; null if no sheet is opened
 */
export function askApprover(): Promise<void> | null {
  if (isAsking || !isOnline() || !canAsk(['waiting']) || !isDue(phoneNow())) return null;
  isAsking = true;
  return askForMessages(['waiting'])
    .then((answer) => {
      if (answer === 'allowed' || answer === 'refused')
        writeIfRoom('askedApprover', { at: phoneNow(), answer });
    })
    .finally(() => {
      isAsking = false;
    });
}
