import type { Day } from '#contracts/common';

/** Something that holds from a day on, until a last day or without a known end. */
export interface Dated {
  readonly from: Day;
  readonly until: Day | null;
}

/** What holds on a day; or that the day is before everything, or after `last`, the one that ended latest before it. */
export type Holding<Entry> =
  | { readonly state: 'holds'; readonly entry: Entry }
  | { readonly state: 'before'; readonly first: Entry | null }
  | { readonly state: 'ended'; readonly last: Entry };

/**
 * What holds on a day. Nothing is taken from another time: who asks decides whether an end is refused or warned about.
 * @param entries ascending by `from`; none overlaps the next one
 */
export function holdingOn<Entry extends Dated>(entries: readonly Entry[], day: Day): Holding<Entry> {
  const entry = entries.findLast(({ from }) => from <= day);
  if (!entry) return { state: 'before', first: entries[0] ?? null };
  if (entry.until !== null && entry.until < day) return { state: 'ended', last: entry };
  return { state: 'holds', entry };
}
