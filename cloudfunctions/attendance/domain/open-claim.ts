import type { Instant } from '#contracts/common';
import type { Slot } from '#contracts/punch';
import type { Punch } from './punch';

/** A punch that arrived so late that a person has to confirm the time of its tap. */
export type OpenClaim = Pick<Punch, 'slot' | 'tappedAt' | 'at'>;

/** How far a correction may be from the tap. */
const CONFIRM_MS = 2 * 3_600_000;

/** Whether a correction of this slot and time confirms the claim; it then takes the place of the punch. */
export const confirmsClaim = (
  { slot, at }: { readonly slot: Slot; readonly at: Instant },
  claim: OpenClaim,
): boolean => slot === claim.slot && Math.abs(at - claim.tappedAt) <= CONFIRM_MS;

/** Whether the correction claims no more than the phone did: no earlier arrival, no later leaving. */
export const isWithinClaim = (
  { slot, at }: { readonly slot: Slot; readonly at: Instant },
  { tappedAt }: OpenClaim,
): boolean => (slot === 'in' ? at + 60_000 > tappedAt : at <= tappedAt);
