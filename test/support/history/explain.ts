import { isDeepStrictEqual } from 'node:util';
import type { AnomalyKind } from './anomaly';
import { type Act, type Answer, Overlay, type Row } from './model';
import type { Timeline } from './timeline';

export interface Seen {
  readonly act: Act;
  readonly answer: Answer;
}

/** Why no state from `low` to `high` explains these answers. */
export function kindOfFailure(
  seen: readonly Seen[],
  timeline: Timeline,
  low: number,
  high: number,
): AnomalyKind {
  const own = new Set(seen.flatMap(({ act }) => ('row' in act ? [act.row.by] : 'by' in act ? [act.by] : [])));
  const foreign = seen.flatMap(({ answer }) => rowsOf(answer)).filter(({ by }) => !own.has(by));
  const isUncommitted = ({ by }: Row) => (timeline.commitOf(by) ?? Infinity) > high;
  if (foreign.some(isUncommitted)) return 'dirty-read';
  const fits = (part: readonly Seen[], position: number) => {
    const overlay = new Overlay(timeline.stateAt(position));
    return part.every(({ act, answer }) => isDeepStrictEqual(overlay.perform(act), answer));
  };
  const until = (end: number, part: readonly Seen[]) => {
    for (let position = end; position >= 0; position -= 1) if (fits(part, position)) return true;
    return false;
  };
  if (until(low - 1, seen)) return 'stale-read';
  const reads = seen.filter(({ answer }) => rowsOf(answer).some(({ by }) => !own.has(by)));
  const isPossibleAlone = ({ answer }: Seen) =>
    rowsOf(answer).every((row) => own.has(row.by) || isDeepStrictEqual(atItsCommit(timeline, row), row));
  return reads.length > 0 && reads.every(isPossibleAlone) ? 'read-skew' : 'unexplained';
}

function atItsCommit(timeline: Timeline, row: Row): Row | undefined {
  return timeline.stateAt(timeline.commitOf(row.by) ?? 0).get(row._id);
}

function rowsOf(answer: Answer): readonly Row[] {
  if (answer === null || typeof answer !== 'object') return [];
  return Array.isArray(answer) ? answer : [answer as Row];
}
