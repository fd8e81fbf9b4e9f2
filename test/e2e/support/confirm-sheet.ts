import type { Phone } from './phone';

const UNANSWERED = '没有收到答复，写的都在。再点一次，不会重复';
const LOOK_MS = 100;
const LONGEST_MS = 60_000;

/**
 * Confirms the open sheet with a text, and once more where a busy machine did not answer in time, as a person would; then waits for
 * what is to be seen.
 */
export async function confirmSheet(phone: Phone, ok: string, ...seen: readonly string[]): Promise<void> {
  await phone.tap(ok);
  const button = phone.find(ok);
  const unanswered = phone.find(UNANSWERED);
  const until = Date.now() + LONGEST_MS;
  while (Date.now() < until && (await button.isVisible())) {
    if (await unanswered.isVisible()) await phone.tap(ok);
    else await phone.page.waitForTimeout(LOOK_MS);
  }
  await phone.see(...seen);
}
