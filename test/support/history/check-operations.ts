import { isDeepStrictEqual } from 'node:util';
import type { Anomaly } from './anomaly';
import { kindOfFailure, type Seen } from './explain';
import { type Single, type Transaction, tookEffect } from './history';
import { Overlay, perform } from './model';
import type { Read } from './order';
import type { Timeline } from './timeline';

type Report = (anomaly: Anomaly) => void;

/** One without an effect is a read, also if it wanted to write; one with an effect must be right at its commit. */
export function placeSingle(
  operation: Single,
  commit: number | undefined,
  timeline: Timeline,
  report: Report,
): Read[] {
  const { act, answer } = operation;
  if (commit === undefined) {
    if (!tookEffect(operation)) return [readOf(operation, [operation], operation.span, timeline, report)];
    report({ kind: 'lost-write', text: JSON.stringify(operation) });
    return [];
  }
  const due = perform(timeline.stateAt(commit - 1), act);
  const text = `${JSON.stringify(operation)} as commit ${commit}`;
  const isReadModifyWrite = act.kind === 'increment' || act.kind === 'swap';
  if (!isDeepStrictEqual(due.answer, answer))
    report({ kind: isReadModifyWrite ? 'lost-update' : 'unexplained', text });
  else if (!isDeepStrictEqual(due.writes, timeline.writesOf(commit)))
    report({ kind: isReadModifyWrite ? 'lost-update' : 'torn-commit', text });
  return [];
}

/** A transaction saw one state when it began, and nobody wrote its documents between that and its commit. */
export function placeTransaction(
  operation: Transaction,
  commit: number | undefined,
  timeline: Timeline,
  report: Report,
): Read {
  const { steps, begin, end } = operation;
  const read = readOf(operation, steps, begin, timeline, report);
  if (end !== 'committed') return read;
  const place: Read['place'] = (low, high) => {
    const first = read.place(low, high);
    if (first === undefined) return undefined;
    const writesAt = (position: number) => runAt(timeline, steps, position)?.writes;
    const tell = (kind: Anomaly['kind']) => report({ kind, text: JSON.stringify({ operation, commit }) });
    if (commit === undefined) {
      if (writesAt(first)?.size !== 0) tell('lost-write');
      return first;
    }
    let [hasRightWrites, isUndisturbed] = [false, false];
    for (let position = first; position <= Math.min(high, commit - 1); position += 1) {
      const writes = writesAt(position);
      if (!writes) continue;
      const isFirst = timeline.lastWriteBefore(commit, writes.keys()) <= position;
      const isWhole = isDeepStrictEqual(writes, timeline.writesOf(commit));
      if (isFirst && isWhole) return position;
      hasRightWrites ||= isWhole;
      isUndisturbed ||= isFirst;
    }
    tell(hasRightWrites || !isUndisturbed ? 'lost-update' : 'torn-commit');
    return first;
  };
  return { span: read.span, place };
}

function readOf(
  operation: object,
  seen: readonly Seen[],
  span: Read['span'],
  timeline: Timeline,
  report: Report,
): Read {
  const place: Read['place'] = (low, high) => {
    for (let position = low; position <= high; position += 1)
      if (runAt(timeline, seen, position)) return position;
    const kind = kindOfFailure(seen, timeline, low, high);
    report({ kind, text: `${JSON.stringify(operation)} between state ${low} and ${high}` });
    return undefined;
  };
  return { span, place };
}

/** What these acts write if they begin at a state one after the other; undefined if one would be answered differently. */
function runAt(timeline: Timeline, seen: readonly Seen[], position: number): Overlay | undefined {
  const overlay = new Overlay(timeline.stateAt(position));
  return seen.every(({ act, answer }) => isDeepStrictEqual(overlay.perform(act), answer))
    ? overlay
    : undefined;
}
