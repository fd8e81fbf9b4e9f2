import { atClaim, countingPunches, needsApproval, type Punch } from './punch';

/** Punches kept per attendance day; bounds the document. */
export const MAX_PUNCHES = 20;

/**
 * The punch that a full day gives up for a new one: the oldest that does not count in its segment, with no
 * request and no evidence about it; null if there is none.
 */
export function spareIn(groups: readonly (readonly Punch[])[]): Punch | null {
  const spare = groups.flatMap((group) => {
    const counting = countingPunches(group.map(atClaim));
    const counts = [counting.in?.key, counting.out?.key];
    return group.filter((punch) => !counts.includes(punch.key) && !needsApproval(punch) && !punch.evidence);
  });
  return spare.reduce<Punch | null>(
    (oldest, punch) => (oldest && oldest.at <= punch.at ? oldest : punch),
    null,
  );
}

/** The punches with a new one, at most `MAX_PUNCHES`. */
export function withPunch(
  punches: readonly Punch[],
  punch: Punch,
  groups: readonly (readonly Punch[])[],
): readonly Punch[] {
  const spare = punches.length >= MAX_PUNCHES ? spareIn(groups) : null;
  return [...punches.filter(({ key }) => key !== spare?.key), punch];
}
