import type { Span } from './history';

/** A write whose place among the commits is known. */
export interface Written {
  readonly span: Span;
  readonly commit: number;
  /** It stands before something that was over when it was asked for: the state `floor` had been seen by then. */
  onTooEarly(floor: number): void;
}

/** Something that saw one state, between these two if the clocks are to be believed. */
export interface Read {
  readonly span: Span;
  /** The earliest state from `low` to `high` that explains it; undefined if there is none. */
  place(low: number, high: number): number | undefined;
}

/**
 * Goes through everything in the order of the clock. What was answered before something else was asked for must not
 * see a later state than that. Each read takes the earliest state that explains it, which leaves most room for the
 * rest, so if any order explains the history, this one does.
 */
export function walk(writes: readonly Written[], reads: readonly Read[], last: number): void {
  const ceiling = ceilings(writes, last);
  let floor = 0;
  const events: { readonly at: number; readonly isEnd: boolean; happen(): void }[] = [];
  for (const { span, commit, onTooEarly } of writes) {
    const begin = () => commit <= floor && onTooEarly(floor);
    const end = () => {
      floor = Math.max(floor, commit);
    };
    events.push(
      { at: span.asked, isEnd: false, happen: begin },
      { at: span.answered, isEnd: true, happen: end },
    );
  }
  for (const { span, place } of reads) {
    let position: number | undefined;
    const begin = () => {
      position = place(floor, ceiling(span.answered));
    };
    const end = () => {
      floor = Math.max(floor, position ?? 0);
    };
    events.push(
      { at: span.asked, isEnd: false, happen: begin },
      { at: span.answered, isEnd: true, happen: end },
    );
  }
  events.sort((a, b) => a.at - b.at || Number(a.isEnd) - Number(b.isEnd));
  for (const { happen } of events) happen();
}

/** For an instant, the last state that cannot come from a write asked for only later. */
function ceilings(writes: readonly Written[], last: number): (instant: number) => number {
  const byStart = [...writes].sort((a, b) => a.span.asked - b.span.asked);
  const lowest: number[] = [];
  for (let at = byStart.length - 1, low = last + 1; at >= 0; at -= 1) {
    low = Math.min(low, byStart[at]?.commit ?? low);
    lowest[at] = low;
  }
  return (instant) => {
    let [from, to] = [0, byStart.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((byStart[middle]?.span.asked ?? 0) <= instant) from = middle + 1;
      else to = middle;
    }
    return (lowest[from] ?? last + 1) - 1;
  };
}
