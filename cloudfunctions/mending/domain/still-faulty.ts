import type { Instant } from '#contracts/common';
import type { FaultRule } from '#contracts/record-fault';

interface Seen {
  readonly _id: string;
  readonly collection: string;
  readonly document: string;
  readonly field: string;
  readonly rule: FaultRule;
  readonly seenAt: Instant;
}
type Found = Pick<Seen, 'collection' | 'document' | 'field' | 'rule'>;

/** A failure that no job has met again for so long is over, ms: every job looks at everything once a day. */
const FAILURE_LASTS_MS = 48 * 3_600_000;

/**
 * Which of the faults that were seen are still there, as they are now; the others are mended. `now`: what is wrong with
 * the documents now. `rechecked`: the collections that were read for it; a fault of another one stays, and a failure,
 * which no check of the fields can confirm, until nobody has met it for two days.
 */
export function stillFaulty<T extends Seen>(
  seen: readonly T[],
  now: readonly Found[],
  rechecked: ReadonlySet<string>,
  at: Instant,
): { readonly open: T[]; readonly mended: T[] } {
  const current = new Map(now.map((each) => [`${each.collection}:${each.document}`, each]));
  const open: T[] = [];
  const mended: T[] = [];
  for (const fault of seen) {
    const found = current.get(fault._id);
    if (found) open.push({ ...fault, field: found.field, rule: found.rule });
    else if (isOver(fault, rechecked, at)) mended.push(fault);
    else open.push(fault);
  }
  return { open, mended };
}

const isOver = ({ rule, collection, seenAt }: Seen, rechecked: ReadonlySet<string>, at: Instant): boolean =>
  rule === 'failed' ? at - seenAt > FAILURE_LASTS_MS : rechecked.has(collection);
