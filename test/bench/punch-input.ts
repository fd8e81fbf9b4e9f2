import type { Instant } from '#contracts/common';
import type { PunchInput } from '#contracts/punch';
import { SITES } from '../../local/demo/company';

/** A tap at the door of the first site. */
export function punchInput(punchKey: string, tappedAt: number): PunchInput {
  const [{ latitude, longitude }] = SITES;
  return {
    punchKey,
    tappedAt: tappedAt as Instant,
    mode: 'gps',
    location: { latitude, longitude, accuracy: 12 },
  };
}
