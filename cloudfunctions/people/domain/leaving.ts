import type { Day, Instant } from '#contracts/common';

/**
 * A document of `leavings`: somebody's employment ends with `lastDay`, or does so no more. Written by who decides
 * it, carried out by `people`, which alone changes employees. `_id` is made from the request.
 */
export interface Leaving {
  readonly _id: string;
  readonly employeeId: string;
  readonly lastDay: Day;
  /** False: that end was undone. */
  readonly ends: boolean;
  readonly at: Instant;
  /** `due` until `people` has carried it out. */
  readonly state: 'due' | 'done';
}
