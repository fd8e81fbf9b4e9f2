import { SITES } from '../../local/demo/company';
import type { PunchInput } from '../../typings/contracts/attendance';
import type { Instant } from '../../typings/contracts/common';

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
