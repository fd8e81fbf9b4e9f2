import type { Day, Month } from '#contracts/common';

/** Whether a person is employed on at least one day of a month. */
export function isEmployedIn(
  { hiredOn, leftOn }: { readonly hiredOn: Day; readonly leftOn: Day | null },
  month: Month,
): boolean {
  return hiredOn.slice(0, 7) <= month && (leftOn === null || leftOn.slice(0, 7) >= month);
}
