import type { Today } from '../../../typings/contracts/attendance';
import type { Instant } from '../../../typings/contracts/common';
import { countingPunches, type Punch } from './punch';

/**
 * What a punch now would be. The first one is a clock-in until the shift has ended and a clock-out after it
 * (then the clock-in is missing); on a day off (`shiftEnd` null) it is a clock-in. Later ones are clock-outs,
 * each replacing the one before.
 */
export function nextSlot(punches: readonly Punch[], shiftEnd: Instant | null, now: number): Today['next'] {
  const counting = countingPunches(punches);
  if (counting.out) return { slot: 'out', update: true };
  if (counting.in) return { slot: 'out', update: false };
  return { slot: shiftEnd !== null && now >= shiftEnd ? 'out' : 'in', update: false };
}
