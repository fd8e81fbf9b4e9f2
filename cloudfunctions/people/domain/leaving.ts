import type { Day, Instant } from '#contracts/common';

/**
 * A document of `leavings`: an employment ends with `lastDay`, or that end is reversed. Written by the feature
 * that decides it; processed by `people`, the only writer of employees. `_id` derives from the request.
 */
export interface Leaving {
  readonly _id: string;
  readonly employeeId: string;
  readonly lastDay: Day;
  /** False if the end is reversed. */
  readonly ends: boolean;
  readonly at: Instant;
  /** `due` until `people` has processed it. */
  readonly state: 'due' | 'done';
}
