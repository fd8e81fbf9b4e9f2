import type { TimerJob } from '../kernel/serve';
import { hasOlderKeys } from './field-cipher';
import type { Resealed } from './resealed';

/** Documents per step. */
const STEP = 100;

/**
 * Writes what is encrypted with an older key anew under the newest one; nothing while there is one key. Logs `KEYS_ROTATED`
 * once nothing is left: the older key can be taken out then. One read for each field where everything is done.
 */
export const rotateKeys = (all: readonly Resealed[]): TimerJob => ({
  name: 'keys',
  async run({ deadline }): Promise<Record<string, number>> {
    if (!hasOlderKeys()) return {};
    let written = 0;
    let isDone = true;
    for (const each of all) {
      let after: string | null = '';
      while (after !== null) {
        if (performance.now() >= deadline) return { written };
        const page = await each.reseal(after, STEP);
        written += page.written;
        isDone &&= page.found === 0;
        after = page.next;
      }
    }
    if (isDone) console.info('KEYS_ROTATED');
    return { written };
  },
});
