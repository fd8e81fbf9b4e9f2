import type { Instant } from '#contracts/common';
import { isOnline } from './network';
import { readStored, writeIfRoom } from './store';
import { askForMessages, canAsk } from './subscribe';

/** One message brings an approver back to everything that waits, so a sitting of decisions asks for one. ms. */
const ALLOWED_INTERVAL_MS = 10 * 60_000;
/** Whoever refused is left alone on this phone for a week, ms. */
const REFUSED_INTERVAL_MS = 7 * 86_400_000;

let isAsking = false;

const phoneNow = (): Instant => Date.now() as Instant;

/** Whether the last answer is old enough. A phone whose clock went backwards asks again. */
function isDue(now: Instant): boolean {
  const last = readStored('askedApprover');
  if (!last || last.at > now) return true;
  return now - last.at >= (last.answer === 'allowed' ? ALLOWED_INTERVAL_MS : REFUSED_INTERVAL_MS);
}

/**
 * Asks an approver for the message that tells of the next request. To be called in the tap that decides, before
 * anything is awaited. The decision goes on whatever WeChat or the person says.
 * @returns what ends with the sheet and never fails; null if none is opened
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
