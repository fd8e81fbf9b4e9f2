import type { Instant } from '#contracts/common';
import type { TemplateUse } from '#contracts/message';
import { isOnline } from './network';
import { readStored, writeIfRoom } from './store';
import { askForMessages, canAsk } from './subscribe';

/** After a consent: one message tells of everything that has come meanwhile, so one consent per session is enough. ms. */
const ALLOWED_INTERVAL_MS = 10 * 60_000;
/** After a refusal: no prompt on this phone for a week. ms. */
const REFUSED_INTERVAL_MS = 7 * 86_400_000;

let isAsking = false;

const phoneNow = (): Instant => Date.now() as Instant;

/** Whether the last answer is old enough. True as well if the phone clock was set back. */
function isDue(use: TemplateUse, now: Instant): boolean {
  const last = readStored('askedOnTap')?.[use];
  if (!last || last.at > now) return true;
  return now - last.at >= (last.answer === 'allowed' ? ALLOWED_INTERVAL_MS : REFUSED_INTERVAL_MS);
}

/**
 * Asks to allow one message: `waiting` of whoever will have something to do again, `result` of whoever will be answered. Must
 * be called in the tap handler before any `await`; where something is asked first, in the tap of `confirm-sheet` that says yes,
 * so that who cancels has consented to nothing. What was tapped does not depend on the result.
 * @returns a promise that resolves when WeChat's sheet closes and never rejects; null if no sheet is opened
 */
export function askOnTap(use: TemplateUse): Promise<void> | null {
  if (isAsking || !isOnline() || !canAsk([use]) || !isDue(use, phoneNow())) return null;
  isAsking = true;
  return askForMessages([use])
    .then((answer) => {
      if (answer === 'allowed' || answer === 'refused')
        writeIfRoom('askedOnTap', { ...readStored('askedOnTap'), [use]: { at: phoneNow(), answer } });
    })
    .finally(() => {
      isAsking = false;
    });
}
